import type { ActivityEntry } from '../../../shared/activity.ts';
import type { JobId } from '../../../shared/job.ts';
import type { Language } from '../../../shared/messages/languages.ts';
import type { Translate } from '../../../shared/messages/translate.ts';
import { findTitle } from '../../action-title.ts';
import { toHash } from '../../navigation.ts';
import type { DataGridCells, DataGridColumn } from '../../ui/data-grid-model.ts';
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
  const column = (
    key: string,
    label: string,
    width: number,
    cells: DataGridCells<ActivityEntry> & { readonly grow?: number; readonly isNumeric?: boolean },
  ): DataGridColumn<ActivityEntry> => ({ key, label, width, grow: 0, isSortable: false, ...cells });
  return [
    column('time', t('activity.column.time'), 76, {
      toText: ({ at }) => ({ text: formats.clock(at), tone: 'muted' }),
      isNumeric: true,
    }),
    column('action', t('activity.column.action'), 160, {
      render: ({ action, target, repeats }) => (
        <>
          {describeAction(t, action)}
          {target !== null && <span className="activity-cell--secondary"> {target}</span>}
          {repeats > 1 && (
            <span className="activity-cell--secondary">
              {' '}
              {t('activity.repeats', { times: formats.number(repeats) })}
            </span>
          )}
          <span className="activity-cell--secondary"> {findTitle(action, language)}</span>
        </>
      ),
      toTitle: ({ action, target }) =>
        [describeAction(t, action), target, findTitle(action, language)].filter(Boolean).join(' '),
      grow: 3,
    }),
    column('profiles', t('activity.column.profiles'), 88, {
      toText: (entry) => ({ text: describeProfiles(t, entry, mostInRow) }),
      isNumeric: true,
      grow: 1,
    }),
    column('outcome', t('activity.column.outcome'), 112, {
      render: ({ outcome }) => (
        <Status tone={outcomeWords[outcome].tone} text={t(outcomeWords[outcome].text)} />
      ),
    }),
    column('code', t('activity.column.code'), 100, {
      toText: (entry) => ({ text: describeCode(entry) }),
      isNumeric: true,
    }),
    column('duration', t('activity.column.duration'), 74, {
      toText: ({ durationMs }) => ({ text: describeDuration(formats, durationMs) }),
      isNumeric: true,
    }),
    column('attempt', t('activity.column.attempt'), 72, {
      toText: ({ attempt }) => ({ text: String(attempt) }),
      isNumeric: true,
    }),
    column('job', t('activity.column.job'), 110, {
      render: ({ jobId }) =>
        jobId === null ? null : (
          <a
            className="activity-cell__job"
            href={toHash({ page: 'jobs', jobId: jobId as JobId })}
            title={nameJob(jobId)}
            // Keys reach the job from the details: a grid has one tab stop.
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
          >
            {nameJob(jobId)}
          </a>
        ),
      grow: 2,
    }),
  ];
}
