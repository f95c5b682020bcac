import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import type { JobSnapshot } from '../../../shared/job.ts';
import { jobStateWords } from '../../../shared/messages/job-words.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { describePause, describeSubject } from '../../cause-text.ts';
import { CodeStep } from '../../failure-notice.tsx';
import { countSettled } from '../../job-counts.ts';
import { useMessages } from '../../messages.tsx';
import { Status } from '../../ui/status.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useShowFailure } from '../../use-toasts.ts';
import { findMissingSecret, type MissingSecret, SecretDialog } from './secret-dialog.tsx';
import { describeTimeLeft } from './time-text.ts';
import { useJobAction } from './use-jobs.ts';
import './job-progress.css';

const enterWords = {
  login: 'jobs.secret.enterLogin',
  link: 'jobs.secret.enterLink',
  cookies: 'jobs.secret.enterCookies',
} as const satisfies Record<MissingSecret['kind'], MessageKey>;

/** One job that is not finished: bar, counts, speed, time left, and the buttons that steer it. */
export function JobProgress({ job }: { readonly job: JobSnapshot }) {
  const { t, language } = useMessages();
  const settled = countSettled(job.counts);
  const subject = describeSubject(t, job);
  const pause =
    job.state === 'paused' && job.pauseReason
      ? describePause(t, language, { reason: job.pauseReason, apiCode: job.apiCode })
      : null;

  const hasSecondLine = job.state !== 'queued' && (job.state !== 'running' || job.isSlowedDown);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; this names the buttons of one job.
    <div className="job-progress" role="group" aria-label={subject}>
      <div className="job-progress__line">
        <strong className="job-progress__subject">{subject}</strong>
        {job.state === 'queued' ? (
          <span className="job-progress__waiting">
            <Status tone="neutral" text={t(jobStateWords.queued)} />
          </span>
        ) : (
          <Progress
            className="job-progress__bar"
            value={job.total === 0 ? 0 : (settled / job.total) * 100}
            color={job.state === 'paused' ? 'gray' : 'accent'}
            size="md"
            aria-label={t('jobs.tray.progressLabel')}
          />
        )}
        <span className="job-progress__figures">{listFigures().join(' · ')}</span>
        <JobButtons job={job} />
      </div>
      {hasSecondLine && (
        <div className="job-progress__line">
          {job.state !== 'running' && (
            <Status tone={stateTones[job.state]} text={pause?.title ?? t(jobStateWords[job.state])} />
          )}
          {job.isSlowedDown && job.state !== 'paused' && (
            <Status tone="warning" text={t('jobs.tray.slowedDown')} />
          )}
          {pause && (
            <span className="job-progress__cause">
              {pause.step} {pause.code && <small className="job-progress__code">{pause.code}</small>}
            </span>
          )}
          {pause && <CodeStep apiCode={job.apiCode} />}
        </div>
      )}
    </div>
  );

  function listFigures(): readonly string[] {
    const figures = [t('jobs.tray.settled', { settled, total: job.total })];
    if (job.state !== 'running') return figures;
    if (job.ratePerSecond !== null) figures.push(describeRate(job.ratePerSecond));
    if (job.secondsLeft !== null) {
      const left = describeTimeLeft(job.secondsLeft);
      figures.push(t(left.key, left.values));
    }
    return figures;
  }

  function describeRate(perSecond: number): string {
    return perSecond >= 1
      ? t('jobs.rate.perSecond', { count: Math.round(perSecond) })
      : t('jobs.rate.perMinute', { count: Math.round(perSecond * 60) });
  }
}

const stateTones = {
  queued: 'neutral',
  running: 'info',
  pausing: 'info',
  paused: 'warning',
  stopping: 'info',
  finished: 'neutral',
} as const satisfies Record<JobSnapshot['state'], Tone>;

/** Until the cause is gone a click could do nothing. */
const goesOnByItself: ReadonlySet<JobSnapshot['pauseReason']> = new Set(['unreachable', 'suspended']);

function JobButtons({ job }: { readonly job: JobSnapshot }) {
  const { t } = useMessages();
  const showFailure = useShowFailure();
  const action = useJobAction(job, (error) => showFailure(t('jobs.tray.actionFailed'), error));
  const left = job.total - countSettled(job.counts);
  const canResume = job.state === 'paused' && !goesOnByItself.has(job.pauseReason);
  const missing = findMissingSecret(job);
  const [isEntering, setIsEntering] = useState(false);
  const isIdle = job.state === 'paused' || job.state === 'queued';

  // One button for both, and greyed out instead of disabled: the keyboard's focus stays where it is.
  return (
    <div className="job-progress__buttons">
      {(job.state === 'running' || job.state === 'pausing' || canResume) && (
        <Button
          variant={canResume ? 'filled' : 'default'}
          {...greyOut(job.state === 'pausing')}
          onClick={() => {
            if (canResume && missing) setIsEntering(true);
            else if (job.state !== 'pausing') action.mutate(canResume ? 'jobs.resume' : 'jobs.pause');
          }}
        >
          {canResume ? nameResume() : t('jobs.tray.pause')}
        </Button>
      )}
      <Button
        variant="default"
        {...greyOut(job.state === 'stopping')}
        onClick={() => {
          if (job.state !== 'stopping') action.mutate('jobs.stop');
        }}
      >
        {t(isIdle ? 'jobs.tray.stopJob' : 'jobs.tray.stop')}
      </Button>
      {missing && (
        <SecretDialog
          job={job}
          missing={missing}
          opened={isEntering}
          onClose={() => setIsEntering(false)}
          onKept={() => action.mutate('jobs.resume')}
        />
      )}
    </div>
  );

  function nameResume(): string {
    if (missing) return t(enterWords[missing.kind]);
    return job.pauseReason === 'user' ? t('jobs.tray.resume') : t('jobs.tray.resumeLeft', { count: left });
  }
}

function greyOut(isGreyedOut: boolean) {
  return isGreyedOut ? { 'data-disabled': true, 'aria-disabled': true } : {};
}
