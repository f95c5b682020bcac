import { Anchor, Button, Skeleton } from '@mantine/core';
import { useId, useState } from 'react';
import type { JobItem, JobSnapshot } from '../../../shared/job.ts';
import { nameOutcome, operationWords } from '../../../shared/messages/operation-words.ts';
import type { ProfileId } from '../../../shared/profile.ts';
import { describeCause } from '../../cause-text.ts';
import { CodeStep } from '../../failure-notice.tsx';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { openOperationDialog } from '../../requests/operation-request.ts';
import { selection } from '../../selection.ts';
import { type ListedProfile, ProfileList } from '../../start-job/profile-list.tsx';
import { ProfileNames } from '../../start-job/profile-names.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Tone } from '../../ui/tone.ts';
import { ToneIcon } from '../../ui/tone-icon.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useShowFailure } from '../../use-toasts.ts';
import { type CauseGroup, canRetryGroup, listProfileIds, needsDecision } from './group-by-cause.ts';
import { useJobItems } from './use-job-items.ts';
import { useDecide } from './use-jobs.ts';
import type { RetryRequest } from './use-retry.ts';

export interface ResultGroupsProps {
  readonly job: JobSnapshot;
  readonly groups: readonly CauseGroup[];
  /** Parts of the result that were tried again from here. */
  readonly startedTargets: ReadonlySet<string>;
  readonly onRetry: (request: RetryRequest) => void;
}

/** The profiles of a job by cause, and at the end those that went well. */
export function ResultGroups({ job, groups, startedTargets, onRetry }: ResultGroupsProps) {
  const { kind } = job.operation;
  const failing = groups.filter((group) => isCoveredByMainRetry(group) && canRetryGroup(group, kind));
  return (
    <>
      {groups.map((group) => (
        <ResultGroup
          key={group.key}
          job={job}
          group={group}
          // One failing group alone is what the button over all groups retries.
          hasOwnRetry={canRetryGroup(group, kind) && !(isCoveredByMainRetry(group) && failing.length === 1)}
          isStarted={
            startedTargets.has(group.key) || (isCoveredByMainRetry(group) && startedTargets.has('all'))
          }
          onRetry={onRetry}
        />
      ))}
      {job.counts.done > 0 && <DoneGroup job={job} />}
    </>
  );
}

function isCoveredByMainRetry(group: CauseGroup): boolean {
  return group.state === 'failed' || group.state === 'uncertain';
}

const stateTones = {
  queued: 'neutral',
  running: 'info',
  done: 'good',
  failed: 'bad',
  skipped: 'neutral',
  cancelled: 'neutral',
  uncertain: 'warning',
} as const satisfies Record<JobItem['state'], Tone>;

function ResultGroup({
  job,
  group,
  hasOwnRetry,
  isStarted,
  onRetry,
}: {
  readonly job: JobSnapshot;
  readonly group: CauseGroup;
  readonly hasOwnRetry: boolean;
  readonly isStarted: boolean;
  readonly onRetry: (request: RetryRequest) => void;
}) {
  const { t, language } = useMessages();
  const titleId = useId();
  const cause = describeCause(t, language, { ...group, kind: job.operation.kind });
  const count = group.items.length;
  const profileIds = listProfileIds(group.items);
  const { kind } = job.operation;
  const outcome =
    group.reason === 'not_confirmed' ? 'jobs.count.notConfirmed' : nameOutcome(kind, group.state);

  return (
    <section className="result-group" aria-labelledby={titleId}>
      <ToneIcon tone={stateTones[group.state]} size={stateTones[group.state] === 'neutral' ? 10 : 16} />
      <div className="result-group__text">
        <h3 id={titleId} className="result-group__title">
          {t('jobs.result.groupTitle', { outcome: t(outcome, { count }), cause: cause.title })}
        </h3>
        <p className="result-group__step">
          {cause.step} <small className="result-group__code">{cause.code}</small>
        </p>
        <ProfileNames profiles={group.items.map(toListed)} label={cause.title} />
      </div>
      <div className="result-group__buttons">
        <CodeStep apiCode={group.apiCode} />
        {needsDecision(group, kind) && <DecisionButtons job={job} items={group.items} />}
        {group.reason === 'open_here' && (
          <Button
            variant="default"
            disabled={isStarted}
            onClick={() => onRetry({ target: group.key, profileIds, closeOpened: true })}
          >
            {t(operationWords[kind].closeAndRetry, { count })}
          </Button>
        )}
        {hasOwnRetry && (
          <Button
            variant="default"
            disabled={isStarted}
            onClick={() => onRetry({ target: group.key, profileIds, closeOpened: false })}
          >
            {t('jobs.result.retryGroup', { count })}
          </Button>
        )}
        {kind === 'close' && group.reason === 'open_elsewhere' && (
          <Button
            variant="default"
            onClick={() => openOperationDialog({ form: 'reset_open_state', profileIds })}
          >
            {t('operation.close.resetOpenState')}
          </Button>
        )}
        <SelectButton profileIds={profileIds} text={t('jobs.result.select')} />
      </div>
    </section>
  );
}

/** The profiles that went well: counted, and listed only when asked for. */
function DoneGroup({ job }: { readonly job: JobSnapshot }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const titleId = useId();
  const isCopy = job.operation.kind === 'copy';
  // The new numbers are what copying is about.
  const [isOpen, setIsOpen] = useState(isCopy);
  const items = useJobItems(job, ['done'], isOpen || isCopy);
  const copyIds = (items.data ?? []).flatMap(({ resultId }) => resultId ?? []);
  const title = t(operationWords[job.operation.kind].done, { count: job.counts.done });

  return (
    <section className="result-group" aria-labelledby={titleId}>
      <ToneIcon tone="good" />
      <div className="result-group__text">
        <h3 id={titleId} className="result-group__title">
          {title}
        </h3>
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'jobs.list.hideNames' : 'jobs.list.showNames')}
        </Anchor>
        {isOpen && items.isLoading && <Skeleton height={56} />}
        {isOpen && items.error && (
          <Notice tone="bad">
            {t('jobs.result.loadFailed')} {errorText(items.error).body}{' '}
            <small>{errorText(items.error).code}</small>
          </Notice>
        )}
        {isOpen && items.data && <ProfileList profiles={items.data.map(toListed)} label={title} />}
      </div>
      {copyIds.length > 0 && (
        <div className="result-group__buttons">
          <SelectButton
            profileIds={copyIds}
            text={t('jobs.result.selectCopies', { count: copyIds.length })}
          />
        </div>
      )}
    </section>
  );
}

/** A copy is listed by its new name and number, beside the profile that it was made of. */
function toListed({ seq, profileId, profileName, groupName, plannedName, resultId }: JobItem): ListedProfile {
  if (plannedName === null) return { seq, profileId, profileName, groupName };
  const outcome = resultId === null ? plannedName : `→ #${resultId} ${plannedName}`;
  return { seq, profileId, profileName, groupName, outcome };
}

function SelectButton({
  profileIds,
  text,
}: {
  readonly profileIds: readonly ProfileId[];
  readonly text: string;
}) {
  const { t } = useMessages();
  return (
    <Button
      variant="subtle"
      onClick={() => {
        selection.replace(profileIds);
        announce(t('jobs.result.selected', { count: profileIds.length }));
        goTo({ page: 'profiles' });
      }}
    >
      {text}
    </Button>
  );
}

/** For what must not happen twice: the user has looked and tells. */
function DecisionButtons({ job, items }: { readonly job: JobSnapshot; readonly items: readonly JobItem[] }) {
  const { t } = useMessages();
  const showFailure = useShowFailure();
  const decide = useDecide(job, (error) => showFailure(t('jobs.decide.failed'), error));
  // What is under way or through is not decided twice; the next snapshot takes the buttons away.
  const isBusy = decide.isPending || decide.isSuccess;
  return (
    <>
      <Button disabled={isBusy} onClick={() => decide.mutate({ items, decision: 'was_done' })}>
        {t('jobs.decide.wasDone')}
      </Button>
      <Button
        variant="default"
        disabled={isBusy}
        onClick={() => decide.mutate({ items, decision: 'send_again' })}
      >
        {t('jobs.decide.sendAgain')}
      </Button>
    </>
  );
}
