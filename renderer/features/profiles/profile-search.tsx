import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages.tsx';
import { changeProfileView, useProfileView } from '../../profile-list/profile-view-store.ts';
import { answerSearch, useIsSearchAsked } from '../../requests/search-request.ts';

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
    <TextInput
      ref={input}
      role="searchbox"
      aria-label={t('profiles.search.label')}
      placeholder={t('profiles.search.placeholder')}
      value={search}
      onChange={(event) => changeProfileView({ search: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') changeProfileView({ search: '' });
      }}
      leftSection={<IconSearch size={15} aria-hidden="true" />}
      rightSection={
        search !== '' && (
          <CloseButton
            size="sm"
            aria-label={t('profiles.search.clear')}
            onClick={() => {
              changeProfileView({ search: '' });
              input.current?.focus();
            }}
          />
        )
      }
    />
  );
}
