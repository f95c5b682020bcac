import { Anchor } from '@mantine/core';
import { useId, useState } from 'react';
import { useMessages } from '../messages.tsx';
import { type ListedProfile, ProfileList } from './profile-list.tsx';

/** Profiles that are named without being asked. */
const previewSize = 3;

/** So few are named without a list, unless a name is too long for the line. */
const shortList = 5;

/** Longest name within the line, in characters. */
const longestName = 40;

/** The first names in one line, and all of them on a click. */
export function ProfileNames({
  profiles,
  label,
}: {
  readonly profiles: readonly ListedProfile[];
  readonly label: string;
}) {
  const { t } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const isShort =
    profiles.length <= shortList && profiles.every((profile) => profile.profileName.length <= longestName);
  const preview = profiles
    .slice(0, isShort ? shortList : previewSize)
    .map((profile) => `#${profile.profileId} ${shorten(profile.profileName) || t('jobs.list.unnamed')}`)
    .join(' · ');

  return (
    <div className="profile-names">
      {!isOpen && <span className="profile-names__preview">{preview}</span>}
      {!isShort && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? t('jobs.list.hideNames') : t('jobs.list.showAll', { count: profiles.length })}
        </Anchor>
      )}
      {isOpen && (
        <div id={listId}>
          <ProfileList profiles={profiles} label={label} />
        </div>
      )}
    </div>
  );
}

function shorten(name: string): string {
  if (name.length <= longestName) return name;
  // By characters: half of a surrogate pair would show as a broken one.
  return `${[...name].slice(0, longestName - 1).join('')}…`;
}
