import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages.tsx';
import { changeProfileView, useProfileView } from '../../profile-list/profile-view-store.ts';
import { answerSearch, useIsSearchAsked } from '../../requests/search-request.ts';
import { SearchField } from '../../ui/search-field.tsx';

/** The search over name, number, note, tag and proxy. `/` goes to it from anywhere, Esc empties it. */
export function ProfileSearch() {
  const { t } = useMessages();
  const search = useProfileView((view) => view.search);
  const input = useRef<HTMLInputElement>(null);
  const isAsked = useIsSearchAsked();
  useEffect(() => {
    if (!isAsked) return;
    answerSearch();
    input.current?.focus();
    input.current?.select();
  }, [isAsked]);
  return (
    <SearchField
      inputRef={input}
      label={t('profiles.search.label')}
      placeholder={t('profiles.search.placeholder')}
      clearLabel={t('profiles.search.clear')}
      value={search}
      onChange={(words) => changeProfileView({ search: words })}
    />
  );
}
