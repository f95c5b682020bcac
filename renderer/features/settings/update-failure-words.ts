import type { MessageKey } from '../../../shared/messages/language.ts';
import type { UpdateFailure } from '../../../shared/update.ts';

/** What to say when the update address gave no useful answer. */
export const updateFailureWords: Record<UpdateFailure, MessageKey> = {
  unreachable: 'updates.failure.unreachable',
  timed_out: 'updates.failure.timed_out',
  refused: 'updates.failure.refused',
  unreadable: 'updates.failure.unreadable',
};
