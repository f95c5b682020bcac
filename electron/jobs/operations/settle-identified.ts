import { type Result, succeed } from '../../../shared/result.ts';
import type { FreshProfile, PlannedProfile, Settlement, StateReads } from '../operation.ts';

/** Settles by the profile as it is listed now; one that is gone or has another identity is left alone. */
export async function settleIdentified(
  item: PlannedProfile,
  reads: StateReads,
  judge: (fresh: FreshProfile) => Settlement,
): Promise<Result<Settlement>> {
  const fresh = await reads.readProfile(item.profileId);
  if (!fresh.ok) return fresh;
  if (fresh.value === null) return succeed({ kind: 'skip', reason: 'not_found' });
  if (fresh.value.identity !== item.identity) return succeed({ kind: 'skip', reason: 'other_profile' });
  return succeed(judge(fresh.value));
}
