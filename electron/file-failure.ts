import { fail, type Result } from '../shared/result.ts';

/**
 * Turns what the system said about a file into `file_failed` with the system's code (`ENOSPC`, `EACCES`, …) as
 * `detail`. Anything else is a bug and is thrown on.
 */
export function failForFile(message: string, error: unknown): Result<never> {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  return fail('file_failed', message, { retryable: true, detail: String(error.code) });
}
