import { createHash } from 'node:crypto';
import type { ProfileId } from '../../shared/profile.ts';
import { type Result, succeed } from '../../shared/result.ts';
import type { FreshProfile, PlannedProfile } from './operation.ts';

/**
 * Serial numbers may belong to an account: after signing in as somebody else the same number can be another
 * profile. The cache path tells. A few profiles of a job are compared before its first request and whenever
 * it goes on.
 */

const sampleSize = 5;

/** At most five elements, evenly spread, the first and the last among them; the same ones for the same list. */
export function pickSample<T>(list: readonly T[]): readonly T[] {
  if (list.length <= sampleSize) return list;
  const step = (list.length - 1) / (sampleSize - 1);
  return Array.from({ length: sampleSize }, (_, n) => list[Math.round(n * step)]).filter(
    (element) => element !== undefined,
  );
}

/** Hash over the numbers and cache paths of a sample: it shows whose profiles these are without naming them. */
export function fingerprintAccount(
  sample: readonly { readonly profileId: ProfileId; readonly identity: string | null }[],
): string {
  const text = sample.map(({ profileId, identity }) => `${profileId}:${identity ?? ''}`).join('\n');
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Tells whether the profiles are still those of the job: the fingerprint of the sample, read again, is the
 * planned one. Where it is not, single profiles may have been deleted or renumbered: one that is still the same
 * proves the account. A lone profile that is gone proves nothing and does no harm. Fails as `readFresh` does.
 */
export async function isSameAccount(
  sample: readonly PlannedProfile[],
  fingerprint: string,
  readFresh: (id: ProfileId) => Promise<Result<Pick<FreshProfile, 'identity'> | null>>,
): Promise<Result<boolean>> {
  const reads = await Promise.all(sample.map((item) => readFresh(item.profileId)));
  const fresh: (string | null)[] = [];
  for (const read of reads) {
    if (!read.ok) return read;
    fresh.push(read.value?.identity ?? null);
  }
  const readAgain = sample.map(({ profileId }, n) => ({ profileId, identity: fresh[n] ?? null }));
  if (fingerprintAccount(readAgain) === fingerprint) return succeed(true);
  const hasSame = sample.some((item, n) => fresh[n] === item.identity);
  const isLoneAndGone = sample.length === 1 && fresh[0] === null;
  return succeed(hasSame || isLoneAndGone || sample.length === 0);
}
