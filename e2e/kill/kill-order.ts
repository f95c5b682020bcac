import type { CrashPoint } from '../../electron/jobs/crash-point.ts';

/** What the process that runs jobs is told before it starts. */
export interface KillOrder {
  /** Folder of the journal. */
  readonly folder: string;
  /** Port of the demo Local API on this computer. */
  readonly port: number;
  /** Profiles of the jobs. */
  readonly profileIds: readonly number[];
  /** Names the copies of this round. */
  readonly round: string;
  /** Where the process ends itself; null to work until the jobs are finished or somebody else ends it. */
  readonly crash: { readonly point: CrashPoint; readonly pass: number } | null;
  /** Sends a copy with an unknown outcome again without looking: the control that must make double copies. */
  readonly isBlind: boolean;
}

/** What the process reports before it ends by itself: all jobs are finished. */
export interface KillReport {
  readonly kind: 'finished';
}
