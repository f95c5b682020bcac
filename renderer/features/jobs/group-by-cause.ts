import type { ItemReason, ItemState, JobItem } from '../../../shared/job.ts';
import type { OperationKind } from '../../../shared/operation.ts';
import type { ProfileId } from '../../../shared/profile.ts';

/** Profiles of one job that share outcome, reason and code, in the order of the job. */
export interface CauseGroup {
  /** Stable name, unique within the job. */
  readonly key: string;
  readonly state: ItemState;
  readonly reason: ItemReason | null;
  readonly apiCode: number | null;
  readonly items: readonly JobItem[];
}

/** Failures on top, what went well last. */
const order: readonly ItemState[] = [
  'failed',
  'uncertain',
  'skipped',
  'cancelled',
  'running',
  'queued',
  'done',
];

/** Groups items by cause: by outcome as in `order`, then the largest group first. */
export function groupByCause(items: readonly JobItem[]): readonly CauseGroup[] {
  const groups = new Map<string, CauseGroup & { readonly items: JobItem[] }>();
  for (const item of items) {
    const key = `${item.state} ${item.reason ?? '-'} ${item.apiCode ?? '-'}`;
    const group = groups.get(key);
    if (group) group.items.push(item);
    else
      groups.set(key, { key, state: item.state, reason: item.reason, apiCode: item.apiCode, items: [item] });
  }
  return [...groups.values()].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.items.length - a.items.length,
  );
}

/** Reasons for which sending the same again cannot help, or would touch a profile that nobody chose. */
const isFinal: ReadonlySet<ItemReason> = new Set(['not_found', 'other_profile', 'already', 'changed_since']);

/** What must not happen twice: an uncertain outcome is for the user to decide, not to be tried again. */
const onceKinds: ReadonlySet<OperationKind> = new Set(['copy', 'open']);

/** The profiles that *Retry* of a whole job tries again, each once: failed and uncertain ones. */
export function listRetryIds(groups: readonly CauseGroup[], kind: OperationKind): readonly ProfileId[] {
  const failing = groups.filter(
    (group) => (group.state === 'failed' || group.state === 'uncertain') && canRetryGroup(group, kind),
  );
  return listProfileIds(failing.flatMap((group) => group.items));
}

/** The profiles of items, each once: several copies may be made of one. */
export function listProfileIds(items: readonly Pick<JobItem, 'profileId'>[]): readonly ProfileId[] {
  return [...new Set(items.map((item) => item.profileId))];
}

/** Whether only the user can tell what became of these: see `jobs.decide`. */
export function needsDecision(group: Pick<CauseGroup, 'state'>, kind: OperationKind): boolean {
  return group.state === 'uncertain' && onceKinds.has(kind);
}

/** Whether trying this one group again makes sense, skipped and stopped ones included. */
export function canRetryGroup(group: CauseGroup, kind: OperationKind): boolean {
  if (needsDecision(group, kind)) return false;
  if (group.state === 'done' || group.state === 'queued' || group.state === 'running') return false;
  return group.reason === null || !isFinal.has(group.reason);
}
