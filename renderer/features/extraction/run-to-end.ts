import type { ItemReason, JobId, JobSnapshot, PauseReason } from '../../../shared/job.ts';
import type { StartableOperation } from '../../../shared/operation.ts';
import type { ProfileId } from '../../../shared/profile.ts';
import { callCommand, onEvent } from '../../api.ts';

/** How a job with one profile ended. */
export type OneOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: ItemReason | null; readonly apiCode: number | null }
  | { readonly ok: false; readonly pause: PauseReason; readonly apiCode: number | null };

/** Starts a job with one profile and waits for its end. A job that cannot go on is stopped: nothing follows later. */
export async function runToEnd(operation: StartableOperation, profileId: ProfileId): Promise<OneOutcome> {
  const { jobId } = await callCommand('jobs.start', {
    operation,
    profileIds: [profileId],
    closeOpened: false,
    typedCount: null,
  });
  const job = await waitForRest(jobId);
  if (job.state === 'paused') {
    await callCommand('jobs.stop', { jobId });
    return { ok: false, pause: job.pauseReason ?? 'user', apiCode: job.apiCode };
  }
  const { items } = await callCommand('jobs.listItems', { jobId, states: null, offset: 0, limit: 1 });
  const [item] = items;
  const isDone = item?.state === 'done' || (item?.state === 'skipped' && item.reason === 'already');
  return isDone ? { ok: true } : { ok: false, reason: item?.reason ?? null, apiCode: item?.apiCode ?? null };
}

/** Resolves when the job has ended, or waits for something that only a person can do. */
function waitForRest(jobId: JobId): Promise<JobSnapshot> {
  return new Promise((resolve, reject) => {
    const look = (job: JobSnapshot) => {
      const isAtRest = job.state === 'finished' || (job.state === 'paused' && job.pauseReason !== 'user');
      if (job.id !== jobId || !isAtRest) return;
      stop();
      resolve(job);
    };
    const stop = onEvent('jobs.progressed', ({ job }) => look(job));
    // It may have ended before anybody listened.
    callCommand('jobs.get', { jobId }).then(look, (error: unknown) => {
      stop();
      reject(error);
    });
  });
}
