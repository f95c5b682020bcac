import type { OpenProfile, ProfileId } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { ListReader, LocalApiClient } from '../local-api/outcome.ts';
import type { OpenList } from './open-list.ts';
import type { FreshProfile, OperationDefinition, StateReads } from './operation.ts';
import { classifyCode } from './retry-class.ts';
import { type RunItem, toDone, toFinal, toGone, type Verdict } from './settle.ts';

/** What is known directly before a request. */
export interface PreparedChunk {
  /** The items to send now. */
  readonly items: readonly RunItem[];
  /** The items that must not be touched, each with its reason. */
  readonly setApart: readonly Verdict[];
  /** `last_open_time` (epoch seconds) by place in the job, where it was read anew. */
  readonly lastOpen: ReadonlyMap<number, number | null>;
}

export interface PrepareContext {
  readonly definition: OperationDefinition;
  readonly closeOpened: boolean;
  readonly client: LocalApiClient & ListReader;
  readonly openList: OpenList;
  readonly reads: StateReads;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const noneOpen: ReadonlyMap<ProfileId, OpenProfile> = new Map();

/** How old the opened lists may be for a request that is harmless to repeat. For others they are read anew. */
const openListMaxAgeMs = 1_000;
/** When to look whether a profile that was told to close is closed. */
const closeChecksMs = [0, 1_000, 3_000] as const;

/**
 * Looks at the profiles directly before they are acted on: open ones are closed where that was asked for, and
 * otherwise set apart; for what is not idempotent the identity is compared, too. Fails like the reads it does.
 */
export async function prepareChunk(
  items: readonly RunItem[],
  context: PrepareContext,
): Promise<Result<PreparedChunk>> {
  const { definition, closeOpened, openList } = context;
  const isHarmless = definition.semantics === 'idempotent';
  const [open, identities] = await Promise.all([
    definition.checkOpenState === null ? succeed(noneOpen) : openList.read(isHarmless ? openListMaxAgeMs : 0),
    isHarmless ? succeed(null) : readIdentities(items, context),
  ]);
  if (!open.ok) return open;
  if (!identities.ok) return identities;

  const setApart: Verdict[] = [];
  const toClose: RunItem[] = [];
  const ready: RunItem[] = [];
  for (const item of items) {
    const other =
      identities.value === null
        ? succeed(null)
        : await inspectItem(item, identities.value.get(item.seq), context);
    if (!other.ok) return other;
    const opened = open.value.get(item.profileId) ?? null;
    const openCheck = definition.checkOpenState?.(opened) ?? 'ready';
    if (other.value !== null) setApart.push(other.value);
    else if (openCheck === 'ready') ready.push(item);
    else if (openCheck === 'already') setApart.push(toFinal(item, 'skipped', 'already', null, 0));
    else if (openCheck === 'out_of_reach' || opened?.canClose !== true)
      setApart.push(toFinal(item, 'skipped', 'open_elsewhere', null, 0));
    else if (!closeOpened) setApart.push(toFinal(item, 'skipped', 'open_here', null, 0));
    else toClose.push(item);
  }
  if (toClose.length > 0) {
    const stillOpen = await closeProfiles(toClose, context);
    if (!stillOpen.ok) return stillOpen;
    for (const item of toClose) {
      if (stillOpen.value.has(item.profileId)) setApart.push(toFinal(item, 'skipped', 'not_closed', null, 0));
      else ready.push(item);
    }
  }
  const lastOpen = new Map<number, number | null>();
  for (const { seq } of ready) {
    const fresh = identities.value?.get(seq);
    if (fresh) lastOpen.set(seq, fresh.lastOpenSeconds);
  }
  return succeed({ items: ready.toSorted((a, b) => a.seq - b.seq), setApart, lastOpen });
}

async function readIdentities(
  items: readonly RunItem[],
  { reads }: PrepareContext,
): Promise<Result<ReadonlyMap<number, FreshProfile | null>>> {
  const identities = new Map<number, FreshProfile | null>();
  for (const item of items) {
    const fresh = await reads.readProfile(item.profileId);
    if (!fresh.ok) return fresh;
    identities.set(item.seq, fresh.value);
  }
  return succeed(identities);
}

/** Null when the item may be sent. */
async function inspectItem(
  item: RunItem,
  fresh: FreshProfile | null | undefined,
  { definition, reads }: PrepareContext,
): Promise<Result<Verdict | null>> {
  if (!fresh) return succeed(toGone(definition, item, null, 0));
  if (fresh.identity !== item.identity) return succeed(toFinal(item, 'skipped', 'other_profile', null, 0));
  const inspection = await definition.inspect?.(item, fresh, reads);
  if (inspection === undefined) return succeed(null);
  if (!inspection.ok) return inspection;
  switch (inspection.value.kind) {
    case 'send':
      return succeed(null);
    case 'done':
      return succeed(toDone(item, inspection.value.resultId, 0));
    case 'ask':
      return succeed(toFinal(item, 'uncertain', inspection.value.reason, null, 0));
    case 'skip':
      return succeed(toFinal(item, 'skipped', inspection.value.reason, null, 0));
  }
}

/**
 * Closes profiles and returns those that are open all the same. Not journaled: closing twice changes nothing,
 * and the opened lists, not the reply, tell whether it worked.
 */
async function closeProfiles(
  items: readonly RunItem[],
  { client, openList, clock, signal }: PrepareContext,
): Promise<Result<ReadonlyMap<ProfileId, OpenProfile>>> {
  // The documentation shows this call, unlike the other batch calls, with the numbers as text.
  const ids = items.map((item) => String(item.profileId));
  const outcome = await client.call('profile-close-in-batches', { profile_id: ids }, { signal });
  if (outcome.kind === 'not_sent')
    return fail('api_unreachable', 'The Local API does not answer.', { retryable: true });
  if (outcome.kind === 'refused') {
    const { kind } = classifyCode(outcome.apiCode);
    if (kind === 'too_fast' || kind === 'stop')
      return fail('api_rejected', `Closing was answered with code ${outcome.apiCode}.`, {
        apiCode: outcome.apiCode,
        retryable: true,
      });
  }
  let stillOpen: ReadonlyMap<ProfileId, OpenProfile> = new Map();
  for (const waitMs of closeChecksMs) {
    await clock.sleep(waitMs, signal);
    const open = await openList.read(0);
    if (!open.ok) return open;
    stillOpen = open.value;
    if (!items.some((item) => open.value.has(item.profileId))) break;
  }
  return succeed(stillOpen);
}
