import type { ActivityEntry } from '../../../shared/activity.ts';
import type { JobId } from '../../../shared/job.ts';
import type { Language } from '../../../shared/messages/languages.ts';
import type { Translate } from '../../../shared/messages/translate.ts';
import { findTitle } from '../../action-title.ts';
import { toHash } from '../../navigation.ts';
import type { DataGridColumn } from '../../ui/data-grid-model.ts';
import { Status } from '../../ui/status.tsx';
import type { Formats } from '../../use-formats.ts';
import {
  describeAction,
  describeCode,
  describeDuration,
  describeProfiles,
  outcomeWords,
} from './describe-activity.ts';

/** Numbers of profiles named in a row. */
const mostInRow = 3;

/** The columns in the language in force. `nameJob` gives a job in words. */
export function createActivityColumns(
  t: Translate,
  language: Language,
  formats: Formats,
  nameJob: (id: string) => string,
): readonly DataGridColumn<ActivityEntry>[] {
  const column = (key: string, label: string, width: number, render: (entry: ActivityEntry) => unknown) => ({
    ...{ key, label, width, grow: 0, isSortable: false },
    render: (entry: ActivityEntry) => render(entry) as React.ReactNode,
  });
  return [
    column('time', t('activity.column.time'), 76, ({ at }) => (
      <span className="activity-cell--secondary">{formats.clock(at)}</span>
    )),
    {
      ...column('action', t('activity.column.action'), 160, ({ action, target, repeats }) => (
        <span
          className="activity-cell"
          title={[describeAction(t, action), target, findTitle(action, language)].filter(Boolean).join(' ')}
        >
          {describeAction(t, action)}
          {target !== null && <span className="activity-cell--secondary"> {target}</span>}
          {repeats > 1 && (
            <span className="activity-cell--secondary">
              {' '}
              {t('activity.repeats', { times: formats.number(repeats) })}
            </span>
          )}
          <span className="activity-cell--secondary"> {findTitle(action, language)}</span>
        </span>
      )),
      grow: 3,
    },
    {
      ...column('profiles', t('activity.column.profiles'), 88, (entry) => (
        <span className="activity-cell" title={describeProfiles(t, entry, mostInRow)}>
          {describeProfiles(t, entry, mostInRow)}
        </span>
      )),
      grow: 1,
    },
    column('outcome', t('activity.column.outcome'), 112, ({ outcome }) => (
      <Status tone={outcomeWords[outcome].tone} text={t(outcomeWords[outcome].text)} />
    )),
    column('code', t('activity.column.code'), 100, (entry) => (
      <span className="activity-cell" title={describeCode(entry)}>
        {describeCode(entry)}
      </span>
    )),
    {
      ...column('duration', t('activity.column.duration'), 74, ({ durationMs }) =>
        describeDuration(t, formats, durationMs),
      ),
      isNumeric: true,
    },
    { ...column('attempt', t('activity.column.attempt'), 72, ({ attempt }) => attempt), isNumeric: true },
    {
      ...column('job', t('activity.column.job'), 110, ({ jobId }) =>
        jobId === null ? null : (
          <a
            className="activity-cell"
            href={toHash({ page: 'jobs', jobId: jobId as JobId })}
            title={nameJob(jobId)}
            // Keys reach the job from the details: a grid has one tab stop.
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
          >
            {nameJob(jobId)}
          </a>
        ),
      ),
      grow: 2,
    },
  ];
}
