import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ProfileId } from '../../shared/profile.ts';
import { useMessages } from '../messages.tsx';
import './profile-list.css';

/** A profile as the lists of the check and of a result name it. */
export interface ListedProfile {
  readonly profileId: ProfileId;
  readonly profileName: string;
  readonly groupName?: string;
  /** Tells entries apart where a profile is named more than once. */
  readonly seq?: number;
  /** What came of it, in place of the group. */
  readonly outcome?: string;
}

/** Height of a row in pixels. */
const rowHeight = 28;

/** Profiles with number, name and group in a box that scrolls; only the rows in view are in the page. */
export function ProfileList({
  profiles,
  label,
}: {
  readonly profiles: readonly ListedProfile[];
  /** What these profiles have in common. */
  readonly label: string;
}) {
  const { t } = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: profiles.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });

  const name = t('jobs.list.label', { subject: label });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section ref={box} className="profile-list" aria-label={name} tabIndex={0}>
      <ul className="profile-list__rows" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const profile = profiles[index];
          if (!profile) return null;
          return (
            <li
              key={profile.seq ?? profile.profileId}
              className="profile-list__row"
              data-outcome={profile.outcome === undefined ? undefined : true}
              aria-setsize={profiles.length}
              aria-posinset={index + 1}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              <span className="profile-list__number">#{profile.profileId}</span>
              <span className="profile-list__name" title={profile.profileName}>
                {profile.profileName || t('jobs.list.unnamed')}
              </span>
              <span className="profile-list__group" title={profile.outcome ?? profile.groupName}>
                {profile.outcome ?? profile.groupName}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
