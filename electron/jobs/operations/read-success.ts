import type { ProfileId } from '../../../shared/profile.ts';
import type { ReplyReading } from '../operation.ts';

/** Reads the reply to a request for a single profile whose `data` says nothing: the code alone confirms it. */
export function readSuccess(_data: unknown, asked: readonly ProfileId[]): ReplyReading {
  return { kind: 'read', confirmed: new Set(asked) };
}
