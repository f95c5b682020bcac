import { useEffect, useRef } from 'react';
import type { JobSnapshot } from '../../../shared/job.ts';
import { operationWords } from '../../../shared/messages/operation-words.ts';
import { describeCounts, describePause, describeSubject } from '../../cause-text.ts';
import { isToldByMessage } from '../../job-counts.ts';
import { useMessages } from '../../messages.tsx';
import { announce } from '../../ui/live-region.tsx';
import { showToast } from '../../ui/toast.tsx';
import { forgetEarlierResults } from './dismissed-results.ts';
import { type Announcement, findAnnouncement } from './job-announcement.ts';

/**
 * Tells what happens to the jobs: each change worth a sentence to screen readers, and full success as one
 * short message. The jobs that are there when the page is loaded are where it starts from.
 */
export function useJobMessages(jobs: readonly JobSnapshot[] | undefined): void {
  const { t, language } = useMessages();
  const seen = useRef<ReadonlyMap<string, JobSnapshot> | null>(null);

  useEffect(() => {
    if (!jobs) return;
    const before = seen.current;
    seen.current = new Map(jobs.map((job) => [job.id, job]));
    if (!before) {
      forgetEarlierResults(jobs);
      return;
    }
    for (const job of jobs) {
      const announcement = findAnnouncement(before.get(job.id), job);
      if (!announcement) continue;
      // The message speaks for itself: it has the role of an alert.
      if (announcement.kind === 'finished' && isToldByMessage(job)) {
        showToast({
          tone: 'good',
          title: t(operationWords[job.operation.kind].allDone, { count: job.total }),
          closeLabel: t('jobs.tray.closeMessage'),
        });
      } else announce(describe(job, announcement));
    }

    function describe(job: JobSnapshot, announcement: Announcement): string {
      const subject = describeSubject(t, job);
      switch (announcement.kind) {
        case 'started':
          return t('jobs.announce.started', { subject });
        case 'quarter':
          return t('jobs.announce.percent', { subject, percent: announcement.percent });
        case 'paused': {
          const cause = describePause(t, language, {
            reason: job.pauseReason ?? 'user',
            apiCode: job.apiCode,
          });
          return t('jobs.announce.paused', { subject, cause: cause.title });
        }
        case 'finished':
          return t('jobs.announce.finished', { subject, counts: describeCounts(t, job) });
      }
    }
  }, [jobs, t, language]);
}
