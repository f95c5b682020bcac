import errors from './errors.json' with { type: 'json' };
import type { ApiErrorCode } from './wire.generated.ts';

/** What is known about one error code of the Local API. */
export interface ErrorEntry {
  /** English text as the API reports it; the API may answer in another language or without text. */
  readonly message: string;
  /** The group of codes, such as "101xxx". */
  readonly family: string;
  /** Whether the same request may work later unchanged. */
  readonly retryable: boolean;
  /** Explanation and next step for somebody in an office. */
  readonly hint: string;
  readonly note?: string;
}

/** All 163 documented codes. */
export const errorCatalogue = errors as Readonly<Record<`${ApiErrorCode}`, ErrorEntry>>;

/** Tells whether a number is one of the documented codes. */
export function isApiErrorCode(code: number): code is ApiErrorCode {
  return Object.hasOwn(errorCatalogue, String(code));
}

/** The entry of a code; undefined for a number no source documents. */
export function errorEntry(code: number): ErrorEntry | undefined {
  return isApiErrorCode(code) ? errorCatalogue[`${code}`] : undefined;
}
