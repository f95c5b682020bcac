import { Button, Radio, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import type { JobCheck, OperationKind } from '../../../shared/job.ts';
import type { Translate } from '../../../shared/messages/translate.ts';
import type { ProfileId } from '../../../shared/profile.ts';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { CheckSummary } from './check-summary.tsx';
import { planRun, readTypedCount } from './plan-run.ts';
import { TypedCountField } from './typed-count-field.tsx';
import { useStartJob } from './use-start-job.ts';
import './clear-cache-form.css';

/** The content of the dialog, mounted anew each time it opens. */
export function ClearCacheForm({
  profileIds,
  onClose,
}: {
  readonly profileIds: readonly ProfileId[];
  readonly onClose: () => void;
}) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const [chosenIds] = useState(profileIds);
  const [kind, setKind] = useState<OperationKind>('clear_cache');
  const [isClosing, setIsClosing] = useState(false);
  const [typed, setTyped] = useState('');
  const check = useCheck(kind, chosenIds);
  const { start, isStarting, error: startError } = useStartJob(onClose);

  const plan = check.data && !check.isError ? planRun(check.data, kind, isClosing) : null;
  const targetCount = plan?.targetCount ?? 0;
  const typedCount = readTypedCount(typed, targetCount);
  const isReady =
    plan !== null && !check.isFetching && targetCount > 0 && (!plan.needsTypedCount || typedCount !== null);

  const startJob = () => {
    if (!isReady || !plan) return;
    start({
      operation: { kind },
      profileIds: [...chosenIds],
      closeOpened: isClosing && plan.closable.length > 0,
      typedCount: plan.needsTypedCount ? typedCount : null,
    });
  };

  return (
    <Stack gap="md">
      <Radio.Group
        label={t('jobs.clear.what')}
        value={kind}
        onChange={(value) => setKind(value === 'clear_cache' ? value : 'clear_cache_and_cookies')}
      >
        <Stack gap="xs" mt={6}>
          <Radio
            value="clear_cache"
            label={t('jobs.clear.cacheOnly')}
            description={t('jobs.clear.cacheOnlyHint')}
            data-autofocus
          />
          <Radio
            value="clear_cache_and_cookies"
            label={t('jobs.clear.cookies')}
            description={t('jobs.clear.cookiesHint')}
          />
        </Stack>
      </Radio.Group>

      <CheckSummary
        plan={plan}
        error={check.error}
        isChecking={check.isFetching}
        isClosing={isClosing}
        onClosingChange={setIsClosing}
        onCheckAgain={() => void check.refetch()}
      />

      {startError && (
        <Notice tone="bad">
          <strong>{t('jobs.clear.notStarted')}</strong> {errorText(startError).title} —{' '}
          {errorText(startError).body} <small>{errorText(startError).code}</small>
        </Notice>
      )}

      <div className="clear-cache-form__footer">
        {plan?.needsTypedCount && (
          <TypedCountField expected={targetCount} text={typed} onChange={setTyped} onEnter={startJob} />
        )}
        <div className="clear-cache-form__buttons">
          <Button variant="default" onClick={onClose}>
            {t('jobs.clear.cancel')}
          </Button>
          <Button disabled={!isReady} loading={isStarting} onClick={startJob}>
            {nameStart(t, kind, plan ? targetCount : null)}
          </Button>
        </div>
      </div>
    </Stack>
  );
}

function nameStart(t: Translate, kind: OperationKind, targetCount: number | null): string {
  if (targetCount === null)
    return t(kind === 'clear_cache' ? 'jobs.clear.startCacheUnchecked' : 'jobs.clear.startCookiesUnchecked');
  if (targetCount === 0) return t('jobs.clear.startNothing');
  return t(kind === 'clear_cache' ? 'jobs.clear.startCache' : 'jobs.clear.startCookies', {
    count: targetCount,
  });
}

/** The check before the run. Asked anew for each opening of the dialog: what is open changes by the minute. */
function useCheck(kind: OperationKind, profileIds: readonly ProfileId[]) {
  const { t } = useMessages();
  const opening = useId();
  const query = useQuery<JobCheck>({
    // The ids themselves may be 100,000: the opening stands for them.
    queryKey: ['jobs.check', opening, kind],
    queryFn: () => callCommand('jobs.check', { operation: { kind }, profileIds: [...profileIds] }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const ready = query.isFetching ? null : (query.data?.ready.length ?? null);
  useEffect(() => {
    if (ready !== null) announce(t('jobs.clear.announceReady', { count: ready }));
  }, [ready, t]);
  return query;
}
