import type { MessageKey } from '../../../shared/messages/language.ts';
import type { ProfileField } from '../../../shared/profile-details.ts';

/** What each field is called. */
export const fieldWords = {
  name: 'details.name',
  note: 'details.note',
  color: 'details.color',
  groupId: 'details.group',
  tags: 'details.tags',
} as const satisfies Record<ProfileField, MessageKey>;
