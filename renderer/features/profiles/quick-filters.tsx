import { IconCheck } from '@tabler/icons-react';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { type QuickFilter, quickFilters } from '../../../shared/profile-view.ts';
import { useMessages } from '../../messages.tsx';
import { changeProfileView, useProfileView } from '../../profile-list/profile-view-store.ts';

const words: Record<QuickFilter, MessageKey> = {
  openNow: 'profiles.quick.openNow',
  noProxy: 'profiles.quick.noProxy',
  neverOpened: 'profiles.quick.neverOpened',
  failedLast: 'profiles.quick.failedLast',
};

/** The filters on one click. */
export function QuickFilters() {
  const { t } = useMessages();
  const quick = useProfileView((view) => view.quick);
  return (
    <fieldset className="quick-filters" aria-label={t('profiles.quick.label')}>
      {quickFilters.map((filter) => {
        const isOn = quick.includes(filter);
        return (
          <button
            key={filter}
            type="button"
            className="quick-filters__chip"
            aria-pressed={isOn}
            onClick={() =>
              changeProfileView({
                quick: isOn ? quick.filter((other) => other !== filter) : [...quick, filter],
              })
            }
          >
            {isOn && <IconCheck size={13} aria-hidden="true" />}
            {t(words[filter])}
          </button>
        );
      })}
    </fieldset>
  );
}
