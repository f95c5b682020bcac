import {
  type JobCheck,
  type JobStartInput,
  type SetApartProfile,
  typedConfirmationFrom,
} from '../../shared/job.ts';
import type { OpenProfiles, ProfileId } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { fingerprintAccount, pickSample } from './identity.ts';
import type { PlannedItem } from './journal.ts';
import type { OperationDefinition, ProfileLookup } from './operation.ts';

/** A job planned to its end before the first request, so that what the user confirmed is what happens. */
export interface Plan {
  readonly items: readonly PlannedItem[];
  readonly accountFingerprint: string;
}

/** Plans one item for each different id, in the given order; ids that the directory does not hold are skipped. */
export function planItems(
  definition: OperationDefinition,
  profileIds: readonly ProfileId[],
  profiles: ProfileLookup,
): Plan {
  const items = [...new Set(profileIds)].map((profileId, seq): PlannedItem => {
    const known = profiles.getKnown(profileId);
    if (known === null) {
      return {
        seq,
        profileId,
        profileName: '',
        groupName: '',
        identity: null,
        lastOpenSeconds: null,
        preimage: null,
        marker: null,
        state: 'skipped',
        reason: 'not_found',
      };
    }
    return {
      seq,
      profileId,
      profileName: known.row.name,
      groupName: known.row.groupName,
      identity: known.cachePath,
      lastOpenSeconds: known.lastOpenSeconds,
      preimage: null,
      marker: null,
      state: 'queued',
      reason: null,
      ...definition.plan?.(known, seq),
    };
  });
  const sample = pickSample(items.filter((item) => item.identity !== null));
  return { items, accountFingerprint: fingerprintAccount(sample) };
}

/** Sets the profiles apart that the operation would skip as things stand; every id is in the answer once. */
export function checkProfiles(
  definition: OperationDefinition,
  profileIds: readonly ProfileId[],
  profiles: ProfileLookup,
  open: OpenProfiles,
): JobCheck {
  const openById = new Map(open.profiles.map((profile) => [profile.profileId, profile]));
  const ready: ProfileId[] = [];
  const setApart: SetApartProfile[] = [];
  for (const profileId of new Set(profileIds)) {
    const known = profiles.getKnown(profileId);
    const opened = openById.get(profileId) ?? null;
    if (known === null) setApart.push({ profileId, profileName: '', reason: 'not_found', openedBy: null });
    else if (definition.checkOpenState(opened) === 'must_be_closed')
      setApart.push({
        profileId,
        profileName: known.row.name,
        reason: opened?.canClose === true ? 'open_here' : 'open_elsewhere',
        openedBy: opened?.openedBy ?? null,
      });
    else ready.push(profileId);
  }
  return { ready, setApart, asOf: open.asOf };
}

/**
 * Compares the number that the user typed with the profiles that will be changed. Fails with `invalid_input`
 * (`detail` is `typedCount`) where the operation asks for it and the numbers differ, for example because a
 * profile was opened since the check.
 */
export function confirmTypedCount(input: JobStartInput, check: JobCheck): Result<null> {
  const closable = check.setApart.filter((profile) => profile.reason === 'open_here').length;
  const toChange = check.ready.length + (input.closeOpened ? closable : 0);
  if (toChange < typedConfirmationFrom || input.typedCount === toChange) return succeed(null);
  return fail('invalid_input', `The typed number is not ${toChange}, the number of profiles to change.`, {
    detail: 'typedCount',
  });
}
