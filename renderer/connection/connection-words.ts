import type { DisconnectCause } from '../../shared/connection.ts';
import type { MessageKey } from '../../shared/messages/language.ts';

/** The texts of one cause: the pill, and the card with what happened and what to do next. */
export interface CauseWords {
  readonly pill: MessageKey;
  readonly title: MessageKey;
  readonly body: MessageKey;
  readonly step: MessageKey;
}

/** Words for every cause: a new one does not compile until it has them. */
export const causeWords: Record<DisconnectCause, CauseWords> = {
  not_running: {
    pill: 'connection.not_running.pill',
    title: 'connection.not_running.title',
    body: 'connection.not_running.body',
    step: 'connection.not_running.step',
  },
  bad_address: {
    pill: 'connection.bad_address.pill',
    title: 'connection.bad_address.title',
    body: 'connection.bad_address.body',
    step: 'connection.bad_address.step',
  },
  signed_out: {
    pill: 'connection.signed_out.pill',
    title: 'connection.signed_out.title',
    body: 'connection.signed_out.body',
    step: 'connection.signed_out.step',
  },
  update_needed: {
    pill: 'connection.update_needed.pill',
    title: 'connection.update_needed.title',
    body: 'connection.update_needed.body',
    step: 'connection.update_needed.step',
  },
  no_rights: {
    pill: 'connection.no_rights.pill',
    title: 'connection.no_rights.title',
    body: 'connection.no_rights.body',
    step: 'connection.no_rights.step',
  },
  other_program: {
    pill: 'connection.other_program.pill',
    title: 'connection.other_program.title',
    body: 'connection.other_program.body',
    step: 'connection.other_program.step',
  },
  not_answering: {
    pill: 'connection.not_answering.pill',
    title: 'connection.not_answering.title',
    body: 'connection.not_answering.body',
    step: 'connection.not_answering.step',
  },
};
