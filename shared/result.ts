/**
 * The one error model. Expected failures are values that travel over IPC as plain data; bugs throw and
 * become `internal` at the single catch in `electron/ipc.ts`.
 */

/** Every kind of expected failure. The words for each stand in `shared/messages/`. */
const errorCodes = [
  /** Nothing listens at the address, or the connection could not be made: the request was not sent. */
  'api_unreachable',
  /** A read did not finish within its deadline. */
  'api_timeout',
  /** The API understood the request and said no; `apiCode` tells why. */
  'api_rejected',
  /** The reply is not what the contract describes: another program, a cut or malformed body. */
  'unexpected_response',
  /** A write was sent and its effect is not known. */
  'outcome_unknown',
  /** The input does not fit the command's schema; `detail` names the field. */
  'invalid_input',
  /** The thing named (job, reading) does not exist, or no longer. */
  'not_found',
  /** The request does not fit the present state, for example resuming a finished job. */
  'wrong_state',
  /** A file could not be written or read. */
  'file_failed',
  /** A bug: logged with its stack in the main process. */
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An expected failure. `message` is English, for logs and support; windows choose their words by `code`. */
export interface AppError {
  readonly code: ErrorCode;
  readonly message: string;
  /** The same request may work later, unchanged. */
  readonly retryable: boolean;
  /** Code of the Local API when `code` is `api_rejected`, and where `outcome_unknown` came with one. */
  readonly apiCode?: number;
  /** Field path, reply excerpt or file name: never a secret. */
  readonly detail?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

/** Wraps a value as a success. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps an error as a failure. `retryable` defaults to false. */
export function fail(
  code: ErrorCode,
  message: string,
  more: Omit<Partial<AppError>, 'code' | 'message'> = {},
): Result<never> {
  return { ok: false, error: { retryable: false, ...more, code, message } };
}
