import type { JobCheck, JobStartInput, SetApartProfile } from '../../shared/job.ts';
import type { OpenProfile, OpenProfiles, ProfileId } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { fingerprintAccount, pickSample } from './identity.ts';
import type { PlannedItem } from './journal.ts';
import type { NamedItem } from './journal-reads.ts';
import type { OperationDefinition, PlannedValues, ProfileLookup } from './operation.ts';

/** A job planned to its end before the first request, so that what the user confirmed is what happens. */
export interface Plan {
  readonly items: readonly PlannedItem[];
  readonly accountFingerprint: string;
}

/** What planning needs besides the definition. */
export interface PlanSurroundings {
  readonly profiles: ProfileLookup;
  /** Epoch milliseconds. */
  readonly now: number;
}

const noValues: readonly PlannedValues[] = [{}];

/**
 * Plans the items of each different id, in the given order; ids that the directory does not hold are skipped.
 */
export function planItems(
  definition: OperationDefinition,
  profileIds: readonly ProfileId[],
  { profiles, now }: PlanSurroundings,
): Plan {
  let names: Set<string> | null = null;
  const listNames = () => {
    names ??= new Set(Array.from(profiles.listKnown(), ({ row }) => row.name));
    return names;
  };
  const planning = { isNameTaken: (name: string) => listNames().has(name), date: toLocalDate(now) };
  const items: PlannedItem[] = [];
  for (const profileId of new Set(profileIds)) {
    const known = profiles.getKnown(profileId);
    const values = known === null ? noValues : (definition.plan?.(known, planning) ?? noValues);
    for (const value of values) {
      if (value.marker) listNames().add(value.marker);
      items.push(toPlannedItem(items.length, profileId, profiles, value));
    }
  }
  return toPlan(items);
}

/** Plans items of an earlier job again, with the values that were planned then and the profiles as known now. */
export function planAgain(earlier: Iterable<NamedItem>, profiles: ProfileLookup): Plan {
  const items = Array.from(earlier, ({ profileId, preimage, marker, target }, seq) =>
    toPlannedItem(seq, profileId, profiles, { preimage, marker, target }),
  );
  return toPlan(items);
}

/** Completes planned items by the fingerprint of their account. */
export function toPlan(items: readonly PlannedItem[]): Plan {
  const sample = pickSample(items.filter((item) => item.identity !== null));
  return { items, accountFingerprint: fingerprintAccount(sample) };
}

function toPlannedItem(
  seq: number,
  profileId: ProfileId,
  profiles: ProfileLookup,
  { skip, ...values }: PlannedValues,
): PlannedItem {
  const known = profiles.getKnown(profileId);
  const reason = known === null ? 'not_found' : (skip ?? null);
  return {
    seq,
    profileId,
    profileName: known?.row.name ?? '',
    groupName: known?.row.groupName ?? '',
    identity: known?.cachePath ?? null,
    lastOpenSeconds: known?.lastOpenSeconds ?? null,
    preimage: null,
    marker: null,
    target: null,
    state: reason === null ? 'queued' : 'skipped',
    reason,
    ...values,
  };
}

/** `YYYY-MM-DD` by the computer's own time zone. */
function toLocalDate(epochMs: number): string {
  const date = new Date(epochMs);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** Sets the profiles apart that the operation would skip as things stand; every id is in the answer once. */
export function checkProfiles(
  definition: OperationDefinition,
  profileIds: readonly ProfileId[],
  surroundings: PlanSurroundings,
  open: OpenProfiles,
): JobCheck {
  const { profiles } = surroundings;
  const planned = planItems(definition, profileIds, surroundings).items;
  const already = new Set(
    planned.filter(({ reason }) => reason === 'already').map(({ profileId }) => profileId),
  );
  const openById = new Map(open.profiles.map((profile) => [profile.profileId, profile]));
  const ready: ProfileId[] = [];
  const setApart: SetApartProfile[] = [];
  for (const profileId of new Set(profileIds)) {
    const known = profiles.getKnown(profileId);
    const opened = openById.get(profileId) ?? null;
    if (known === null) setApart.push({ profileId, profileName: '', reason: 'not_found', openedBy: null });
    else {
      const openCheck = definition.checkOpenState?.(opened) ?? 'ready';
      const reason =
        already.has(profileId) || openCheck === 'already'
          ? 'already'
          : openCheck === 'out_of_reach'
            ? 'open_elsewhere'
            : openCheck === 'must_be_closed'
              ? toOpenReason(opened)
              : null;
      if (reason === null) ready.push(profileId);
      else
        setApart.push({
          profileId,
          profileName: known.row.name,
          reason,
          openedBy: opened?.openedBy ?? null,
        });
    }
  }
  return { ready, setApart, asOf: open.asOf };
}

function toOpenReason(opened: OpenProfile | null): 'open_here' | 'open_elsewhere' {
  return opened?.canClose === true ? 'open_here' : 'open_elsewhere';
}

/**
 * Compares the number that the user typed with the profiles that will be changed. Fails with `invalid_input`
 * (`detail` is `typedCount`) where `typedFrom` profiles or more are to be changed and the numbers differ, for example because a
 * profile was opened since the check.
 */
export function confirmTypedCount(input: JobStartInput, check: JobCheck, typedFrom: number): Result<null> {
  const closable = check.setApart.filter((profile) => profile.reason === 'open_here').length;
  const toChange = check.ready.length + (input.closeOpened ? closable : 0);
  if (toChange < typedFrom || input.typedCount === toChange) return succeed(null);
  return fail('invalid_input', `The typed number is not ${toChange}, the number of profiles to change.`, {
    detail: 'typedCount',
  });
}
