import type { JobId } from '../../shared/job.ts';

/** One line about a job for the log: typed fields only, never a name, a number of a profile or a reply. */
interface JobLogEntry {
  readonly event:
    | 'job_planned'
    | 'job_started'
    | 'job_paused'
    | 'job_finished'
    /** What was written stays in the write-ahead file. */
    | 'checkpoint_failed'
    | 'request_settled'
    | 'journal_failed';
  readonly jobId: JobId;
  /** Profiles concerned. */
  readonly count?: number;
  readonly outcome?: string;
  readonly apiCode?: number | null | undefined;
  readonly detail?: string;
}

/** Takes lines for the log. */
export type JobLog = (entry: JobLogEntry) => void;
