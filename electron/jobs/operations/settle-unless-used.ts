import { type Result, succeed } from '../../../shared/result.ts';
import type { PlannedProfile, Settlement, StateReads } from '../operation.ts';

/**
 * Settles an action that may be repeated as long as nobody used the profile since the job was planned: it is
 * not open now, it was not opened meanwhile, and it is still the same profile.
 */
export async function settleUnlessUsed(item: PlannedProfile, reads: StateReads): Promise<Result<Settlement>> {
  const [open, fresh] = await Promise.all([reads.readOpen(), reads.readProfile(item.profileId)]);
  if (!open.ok) return open;
  if (!fresh.ok) return fresh;
  if (fresh.value === null) return succeed({ kind: 'skip', reason: 'not_found' });
  if (fresh.value.identity !== item.identity) return succeed({ kind: 'skip', reason: 'other_profile' });
  const isOpen = open.value.profiles.some((profile) => profile.profileId === item.profileId);
  const wasUsed = fresh.value.lastOpenSeconds !== item.lastOpenSeconds;
  return succeed({ kind: isOpen || wasUsed ? 'ask' : 'send_again' });
}
