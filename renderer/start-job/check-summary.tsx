import { Button, Radio, Skeleton, Stack } from '@mantine/core';
import { Fragment, type ReactNode, useId } from 'react';
import { operationWords } from '../../shared/messages/operation-words.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import type { OperationKind } from '../../shared/operation.ts';
import type { ProfileId } from '../../shared/profile.ts';
import { useMessages } from '../messages.tsx';
import { openOperationDialog } from '../requests/operation-request.ts';
import { ErrorCard } from '../ui/error-card.tsx';
import { Notice } from '../ui/notice.tsx';
import { useErrorText } from '../use-error-text.ts';
import type { OpenElsewhere, RunPlan } from './plan-run.ts';
import type { ListedProfile } from './profile-list.tsx';
import { ProfileNames } from './profile-names.tsx';

export interface CheckSummaryProps {
  readonly kind: OperationKind;
  /** Null while there is nothing to show yet, or when the check failed. */
  readonly plan: RunPlan | null;
  readonly error: Error | null;
  /** The choices are not complete yet. */
  readonly isWaiting: boolean;
  readonly isChecking: boolean;
  readonly isClosing: boolean;
  readonly onClosingChange: (isClosing: boolean) => void;
  readonly onCheckAgain: () => void;
}

/** The check before the run in words: how many are ready, and what becomes of each set of the others. */
export function CheckSummary(props: CheckSummaryProps) {
  const { kind, plan, error, isWaiting, isChecking, onCheckAgain, ...closing } = props;
  const { t } = useMessages();
  const errorText = useErrorText();

  if (isWaiting) {
    return (
      <section className="check-summary" aria-label={t('jobs.clear.checkTitle')}>
        <span className="check-summary__hint">{t('operation.common.waiting')}</span>
      </section>
    );
  }
  if (error && !isChecking) {
    const { title, body, code } = errorText(error);
    return (
      <ErrorCard
        title={title}
        code={code}
        actions={<Button onClick={onCheckAgain}>{t('jobs.clear.tryAgain')}</Button>}
      >
        <p>{t('jobs.clear.checkFailed')}</p>
        <p>{body}</p>
      </ErrorCard>
    );
  }
  if (!plan) {
    return (
      <section className="check-summary" aria-label={t('jobs.clear.checkTitle')} aria-busy>
        <span>{t('jobs.clear.checking')}</span>
        <Skeleton height={12} width="60%" />
      </section>
    );
  }
  return (
    <section className="check-summary" aria-label={t('jobs.clear.checkTitle')} aria-busy={isChecking}>
      <div className="check-summary__head">
        <p className="check-summary__counts">
          <Counts parts={listCounts(t, kind, plan)} />
        </p>
        {plan.closable.length + plan.openElsewhere.length > 0 && (
          <Button variant="default" loading={isChecking} onClick={onCheckAgain}>
            {t('jobs.clear.checkAgain')}
          </Button>
        )}
      </div>
      {plan.targetCount === 0 && !isChecking && (
        <Notice tone="warning">{t('jobs.clear.nothingReady')}</Notice>
      )}
      <SetsApart kind={kind} plan={plan} {...closing} />
    </section>
  );
}

function SetsApart({
  kind,
  plan,
  isClosing,
  onClosingChange,
}: Pick<CheckSummaryProps, 'kind' | 'isClosing' | 'onClosingChange'> & { readonly plan: RunPlan }) {
  const { t } = useMessages();
  return (
    <>
      {plan.closable.length > 0 && (
        <SetApart title={t('jobs.clear.openHere', { count: plan.closable.length })} profiles={plan.closable}>
          <Radio.Group
            aria-label={t('jobs.clear.openHereLabel')}
            value={isClosing ? 'close' : 'skip'}
            onChange={(value) => onClosingChange(value === 'close')}
          >
            <Stack gap={6}>
              <Radio value="skip" label={t('jobs.clear.skip')} description={t('jobs.clear.skipHint')} />
              <Radio
                value="close"
                label={t(operationWords[kind].closeFirst)}
                description={t('jobs.clear.closeHint')}
              />
            </Stack>
          </Radio.Group>
        </SetApart>
      )}
      {plan.openElsewhere.map((set) => (
        <SetApart key={set.openedBy ?? ''} title={nameOpenElsewhere(t, set)} profiles={set.profiles}>
          {kind === 'close' ? (
            <ResetOffer profileIds={set.profiles.map(({ profileId }) => profileId)} />
          ) : (
            <p className="check-summary__hint">{t('jobs.clear.openElsewhereHint')}</p>
          )}
        </SetApart>
      ))}
      {plan.already.length > 0 && (
        <SetApart
          title={t(operationWords[kind].already, { count: plan.already.length })}
          profiles={plan.already}
        >
          <p className="check-summary__hint">{t('operation.common.alreadyHint')}</p>
        </SetApart>
      )}
      {plan.notFound.length > 0 && (
        <SetApart title={t('jobs.clear.notFound', { count: plan.notFound.length })} profiles={plan.notFound}>
          <p className="check-summary__hint">{t('jobs.clear.notFoundHint')}</p>
        </SetApart>
      )}
    </>
  );
}

/** For what the API may not close: it may be a mark that was left behind. */
function ResetOffer({ profileIds }: { readonly profileIds: readonly ProfileId[] }) {
  const { t } = useMessages();
  return (
    <>
      <p className="check-summary__hint">{t('operation.close.elsewhereHint')}</p>
      <Button
        variant="default"
        className="check-summary__offer"
        onClick={() => openOperationDialog({ form: 'reset_open_state', profileIds })}
      >
        {t('operation.close.resetOpenState')}
      </Button>
    </>
  );
}

function SetApart({
  title,
  profiles,
  children,
}: {
  readonly title: string;
  readonly profiles: readonly ListedProfile[];
  readonly children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section className="check-summary__set" aria-labelledby={titleId}>
      <h3 id={titleId} className="check-summary__title">
        {title}
      </h3>
      <ProfileNames profiles={profiles} label={title} />
      {children}
    </section>
  );
}

/** The counts in one line that breaks between them only. */
function Counts({ parts }: { readonly parts: readonly string[] }) {
  return parts.map((part, index) => (
    <Fragment key={part}>
      {index > 0 && ' · '}
      <span className="check-summary__count">{part}</span>
    </Fragment>
  ));
}

/** For example `34 ready`, `4 open here`, `2 opened by anna@example.com`. */
function listCounts(t: Translate, kind: OperationKind, plan: RunPlan): readonly string[] {
  const parts = [t('jobs.clear.ready', { count: plan.readyCount })];
  if (plan.closable.length > 0) parts.push(t('jobs.clear.openHere', { count: plan.closable.length }));
  for (const set of plan.openElsewhere) parts.push(nameOpenElsewhere(t, set));
  if (plan.already.length > 0) parts.push(t(operationWords[kind].already, { count: plan.already.length }));
  if (plan.notFound.length > 0) parts.push(t('jobs.clear.notFound', { count: plan.notFound.length }));
  return parts;
}

function nameOpenElsewhere(t: Translate, { openedBy, profiles }: OpenElsewhere): string {
  return openedBy
    ? t('jobs.clear.openedBy', { count: profiles.length, account: openedBy })
    : t('jobs.clear.openElsewhere', { count: profiles.length });
}
