import type { UndoObstacle, UndoPlan } from '../../shared/job.ts';
import type { Operation } from '../../shared/operation.ts';
import type { PlannedItem } from './journal.ts';
import type { NamedItem } from './journal-reads.ts';
import type { ProfileLookup, Undo } from './operation.ts';
import { type Plan, toPlan } from './plan.ts';

/** What undoing a job would do. */
export interface UndoItems {
  readonly operation: Operation;
  /** The items that can be brought back, those with one target together. */
  readonly plan: Plan;
  readonly obstacles: UndoPlan['obstacles'];
}

/** Plans the undoing of a job from its items and the newest reading of the list. */
export function planUndo(undo: Undo, items: Iterable<NamedItem>, profiles: ProfileLookup): UndoItems {
  const counts = new Map<UndoObstacle, number>();
  const restorable: Omit<PlannedItem, 'seq'>[] = [];
  for (const item of items) {
    if (item.state !== 'done') continue;
    const known = profiles.getKnown(item.profileId);
    const isSame = known !== null && known.cachePath === item.identity;
    const planned = isSame ? undo.planItem(item, known) : ({ obstacle: 'not_found' } as const);
    if ('obstacle' in planned) counts.set(planned.obstacle, (counts.get(planned.obstacle) ?? 0) + 1);
    else if (known !== null)
      restorable.push({
        profileId: item.profileId,
        profileName: known.row.name,
        groupName: known.row.groupName,
        identity: known.cachePath,
        lastOpenSeconds: known.lastOpenSeconds,
        preimage: null,
        marker: null,
        target: planned.target,
        state: 'queued',
        reason: null,
      });
  }
  const sorted = restorable.toSorted((a, b) => compareText(a.target ?? '', b.target ?? ''));
  return {
    operation: undo.operation,
    plan: toPlan(sorted.map((item, seq) => ({ ...item, seq }))),
    obstacles: Array.from(counts, ([obstacle, count]) => ({ obstacle, count })),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
