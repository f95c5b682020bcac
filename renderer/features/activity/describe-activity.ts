import type { ActivityEntry, ActivityOutcome } from '../../../shared/activity.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { Translate } from '../../../shared/messages/translate.ts';
import type { AppError } from '../../../shared/result.ts';
import type { Tone } from '../../ui/tone.ts';
import type { Formats } from '../../use-formats.ts';

/** The word of an outcome and how it feels. */
export const outcomeWords: Readonly<
  Record<ActivityOutcome, { readonly text: MessageKey; readonly tone: Tone }>
> = {
  ok: { text: 'activity.outcome.ok', tone: 'good' },
  refused: { text: 'activity.outcome.refused', tone: 'bad' },
  not_sent: { text: 'activity.outcome.not_sent', tone: 'warning' },
  unknown: { text: 'activity.outcome.unknown', tone: 'warning' },
};

/** Name of an action: the API's own, which the console knows too, or words for what is none of its actions. */
export function describeAction(t: Translate, action: ActivityEntry['action']): string {
  switch (action) {
    case 'service-probe':
      return t('activity.action.serviceProbe');
    case 'supplier-link-test':
      return t('activity.action.supplierLinkTest');
    case 'update-check':
      return t('activity.action.updateCheck');
    default:
      return action;
  }
}

/** The first few numbers, and how many there are besides; empty when no profile is named. */
export function describeProfiles(
  t: Translate,
  { profileIds, profileCount }: Pick<ActivityEntry, 'profileIds' | 'profileCount'>,
  most: number,
): string {
  if (profileCount === 0) return '';
  const shown = profileIds.slice(0, most).join(', ');
  const more = profileCount - Math.min(profileIds.length, most);
  return more > 0 ? t('activity.profiles.more', { shown, more }) : shown;
}

/** The code as support wants it: of the Local API or of HTTP, and the reason. */
export function describeCode({ apiCode, httpStatus, reason }: ActivityEntry): string {
  const http = httpStatus === null ? null : `HTTP ${httpStatus}`;
  return [apiCode, http, reason].filter((part) => part !== null).join(' · ');
}

/** Milliseconds below ten seconds, then the two largest units. */
export function describeDuration(formats: Formats, ms: number): string {
  return ms < 10_000 ? formats.milliseconds(ms) : formats.duration(ms);
}

/** The failure of a request in the one error model; null for a success. */
export function toActivityError(entry: ActivityEntry): AppError | null {
  const { outcome, reason, access, apiCode, detail } = entry;
  const more = {
    message: detail ?? '',
    retryable: false,
    ...(apiCode === null ? {} : { apiCode }),
    ...(reason === null ? {} : { detail: reason }),
  };
  switch (outcome) {
    case 'ok':
      return null;
    case 'refused':
      return { ...more, code: 'api_rejected' };
    case 'not_sent':
      return { ...more, code: 'api_unreachable' };
    case 'unknown':
      if (access === 'write') return { ...more, code: 'outcome_unknown' };
      return { ...more, code: reason === 'timed_out' ? 'api_timeout' : 'unexpected_response' };
  }
}
