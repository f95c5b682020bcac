import { Button, CloseButton } from '@mantine/core';
import type { ActivityEntry } from '../../../shared/activity.ts';
import { findTitle } from '../../action-title.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useFormats } from '../../use-formats.ts';
import {
  describeAction,
  describeCode,
  describeDuration,
  describeProfiles,
  outcomeWords,
  toActivityError,
} from './describe-activity.ts';
import { useEntryActions } from './use-entry-actions.ts';

export interface ActivityDetailsProps {
  readonly entry: ActivityEntry;
  readonly nameJob: (id: string) => string;
  readonly onClose: () => void;
}

/** Numbers of profiles named here. */
const mostNamed = 100;

/** One request: what was sent without its secrets, what came of it in words, and the ways on from here. */
export function ActivityDetails({ entry, nameJob, onClose }: ActivityDetailsProps) {
  const { t, language } = useMessages();
  const formats = useFormats();
  const { action, outcome, body, jobId, target, profileCount, repeats } = entry;
  const actions = useEntryActions();
  const name = describeAction(t, action);
  const title = findTitle(action, language);
  return (
    <aside className="activity-details" aria-label={t('activity.details.title', { action: name })}>
      <div className="activity-details__head">
        <h2 className="activity-details__title">{name}</h2>
        <CloseButton aria-label={t('activity.details.close')} onClick={onClose} />
      </div>
      {title !== null && <p className="activity-details__hint">{title}</p>}
      <Status tone={outcomeWords[outcome].tone} text={t(outcomeWords[outcome].text)} />
      <Failure entry={entry} />
      <dl className="activity-details__facts">
        <dt>{t('activity.column.time')}</dt>
        <dd>
          {formats.dateTime(entry.at)} ({formats.clock(entry.at)})
        </dd>
        {target !== null && (
          <>
            <dt>{t('activity.details.target')}</dt>
            <dd>{target}</dd>
          </>
        )}
        {profileCount > 0 && (
          <>
            <dt>{t('activity.column.profiles')}</dt>
            <dd>{describeProfiles(t, entry, mostNamed)}</dd>
          </>
        )}
        {describeCode(entry) !== '' && (
          <>
            <dt>{t('activity.column.code')}</dt>
            <dd>{describeCode(entry)}</dd>
          </>
        )}
        <dt>{t('activity.column.duration')}</dt>
        <dd>{describeDuration(formats, entry.durationMs)}</dd>
        <dt>{t('activity.column.attempt')}</dt>
        <dd>{entry.attempt}</dd>
        {repeats > 1 && (
          <>
            <dt>{t('activity.details.repeats')}</dt>
            <dd>{t('activity.details.repeatsHint', { times: formats.number(repeats) })}</dd>
          </>
        )}
        {jobId !== null && (
          <>
            <dt>{t('activity.column.job')}</dt>
            <dd>{nameJob(jobId)}</dd>
          </>
        )}
      </dl>
      {body !== null && (
        <>
          <h3 className="activity-details__heading">{t('activity.details.body')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keys. */}
          <section className="activity-details__body" tabIndex={0} aria-label={t('activity.details.body')}>
            <pre>{JSON.stringify(body, null, 2)}</pre>
          </section>
          <p className="activity-details__hint">{t('activity.details.bodyHint')}</p>
        </>
      )}
      <div className="activity-details__actions">
        {actions(entry).map(({ key, text, onChoose }) => (
          <Button key={key} variant="default" onClick={onChoose}>
            {text}
          </Button>
        ))}
      </div>
    </aside>
  );
}

function Failure({ entry }: { readonly entry: ActivityEntry }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const error = toActivityError(entry);
  if (error === null) return null;
  const { tone } = outcomeWords[entry.outcome];
  const said = entry.detail !== null && entry.detail !== '' && (
    <p className="activity-details__hint">{t('activity.details.seen', { detail: entry.detail })}</p>
  );
  if (entry.target !== null && entry.outcome !== 'ok') {
    return (
      <Notice tone={tone}>
        {t(`activity.other.${entry.outcome}`, { target: entry.target })}{' '}
        <small>{t('error.code', { code: describeCode(entry) })}</small>
        {said}
      </Notice>
    );
  }
  const { title, body, code } = errorText(error);
  return (
    <Notice tone={tone}>
      <strong>{title}</strong> — {body} <small>{code}</small>
      {said}
    </Notice>
  );
}
