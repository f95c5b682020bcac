import type { MessageKey } from '../../../shared/messages/language.ts';
import type { ServiceOutcome } from '../../../shared/service-cache.ts';
import type { Tone } from '../../ui/tone.ts';

/** An outcome in words: `title` and `hint` take `status`; `code` is for support. */
export interface OutcomeWords {
  readonly tone: Tone;
  readonly title: MessageKey;
  /** What to do next; null when there is nothing to do. */
  readonly hint: MessageKey | null;
  readonly status: string;
  readonly code: string | null;
}

/** Words for every outcome. A success is no more than what the service said, so it is not shown as done. */
export function describeOutcome(outcome: ServiceOutcome): OutcomeWords {
  switch (outcome.kind) {
    case 'answered': {
      const { status } = outcome.reply;
      if (status === 'success')
        return { tone: 'info', title: 'serviceCache.outcome.success', hint: null, status, code: null };
      return {
        tone: 'bad',
        title: 'serviceCache.outcome.other',
        hint: 'serviceCache.outcome.otherHint',
        status,
        code: `status · ${status}`,
      };
    }
    case 'invalid':
      return {
        tone: 'bad',
        title: 'serviceCache.outcome.invalid',
        hint: 'serviceCache.outcome.invalidHint',
        status: '422',
        code: 'HTTP 422',
      };
    case 'http_error':
      return {
        tone: outcome.status >= 500 ? 'warning' : 'bad',
        title: 'serviceCache.outcome.http_error',
        hint:
          outcome.status >= 500
            ? 'serviceCache.outcome.http_errorUnknownHint'
            : 'serviceCache.outcome.http_errorHint',
        status: String(outcome.status),
        code: outcome.detail,
      };
    case 'not_sent':
      return {
        tone: 'bad',
        title: 'serviceCache.outcome.not_sent',
        hint: 'serviceCache.outcome.not_sentHint',
        status: '',
        code: `${outcome.reason} · ${outcome.detail}`,
      };
    case 'unreadable':
      return {
        tone: 'warning',
        title: 'serviceCache.outcome.unreadable',
        hint: 'serviceCache.outcome.unreadableHint',
        status: '',
        code: `unexpected_response · ${outcome.detail}`,
      };
    case 'unknown':
      return {
        tone: 'warning',
        title: `serviceCache.outcome.${outcome.reason}`,
        hint: `serviceCache.outcome.${outcome.reason}Hint`,
        status: '',
        code: `outcome_unknown · ${outcome.detail}`,
      };
  }
}
