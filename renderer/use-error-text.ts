import { useCallback } from 'react';
import type { MessageKey } from '../shared/messages/language.ts';
import { describeApiCode } from '../shared/messages/translate.ts';
import type { AppError, ErrorCode } from '../shared/result.ts';
import { CommandError } from './api.ts';
import { useMessages } from './messages.tsx';

/** An error in words: what happened, what to do next, and the code for support. */
export interface ErrorText {
  readonly title: string;
  readonly body: string;
  /** Title and body one after the other. */
  readonly sentence: string;
  readonly code: string;
  /** Code of the Local API, where there is one. */
  readonly apiCode: number | undefined;
  /** It may have been done. */
  readonly isUnknown: boolean;
}

const titles: Record<ErrorCode, MessageKey> = {
  api_unreachable: 'error.api_unreachable.title',
  api_timeout: 'error.api_timeout.title',
  api_rejected: 'error.api_rejected.title',
  unexpected_response: 'error.unexpected_response.title',
  outcome_unknown: 'error.outcome_unknown.title',
  invalid_input: 'error.invalid_input.title',
  not_found: 'error.not_found.title',
  wrong_state: 'error.wrong_state.title',
  file_failed: 'error.file_failed.title',
  internal: 'error.internal.title',
};

const bodies: Record<ErrorCode, MessageKey> = {
  api_unreachable: 'error.api_unreachable.body',
  api_timeout: 'error.api_timeout.body',
  api_rejected: 'error.api_rejected.body',
  unexpected_response: 'error.unexpected_response.body',
  outcome_unknown: 'error.outcome_unknown.body',
  invalid_input: 'error.invalid_input.body',
  not_found: 'error.not_found.body',
  wrong_state: 'error.wrong_state.body',
  file_failed: 'error.file_failed.body',
  internal: 'error.internal.body',
};

/** The expected failure inside whatever a query or mutation threw; a bug becomes `internal`. */
function toAppError(thrown: unknown): AppError {
  if (thrown instanceof CommandError) return thrown.error;
  return { code: 'internal', message: String(thrown), retryable: false };
}

/** Puts errors into words of the language in force; takes an AppError or anything thrown. */
export function useErrorText(): (error: unknown) => ErrorText {
  const { t, language } = useMessages();
  return useCallback(
    (thrown) => {
      const error = isAppError(thrown) ? thrown : toAppError(thrown);
      const hint = error.apiCode === undefined ? null : describeApiCode(language, error.apiCode);
      const names = [error.code, error.apiCode, error.detail].filter((name) => name !== undefined);
      const title = t(titles[error.code]);
      const ownBody = t(bodies[error.code]);
      // What the code says does not replace that nobody knows what was done.
      const body =
        error.code === 'outcome_unknown' && hint !== null ? `${ownBody} ${hint}` : (hint ?? ownBody);
      return {
        title,
        body,
        sentence: t('error.sentence', { title, body }),
        apiCode: error.apiCode,
        isUnknown: error.code === 'outcome_unknown',
        code: t('error.code', { code: names.join(' · ') }),
      };
    },
    [t, language],
  );
}

function isAppError(value: unknown): value is AppError {
  return typeof value === 'object' && value !== null && !(value instanceof Error) && 'code' in value;
}
