import { Button, Skeleton, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useFormats } from '../../use-formats.ts';
import { ActivityDetails } from './activity-details.tsx';
import {
  countActivity,
  countNewer,
  firstActivityView,
  hasActivityFilter,
  orderActivity,
  toActivityTest,
} from './activity-filter.ts';
import { ActivityGrid } from './activity-grid.tsx';
import { readActivity, useActivity } from './activity-store.ts';
import { ActivityToolbar } from './activity-toolbar.tsx';
import { createSingleSelection, useChosen } from './single-selection.ts';
import { useHeldEntries } from './use-held-entries.ts';
import { useJobNames } from './use-job-names.ts';
import './activity-page.css';

/** Every request that the panel sent since it was started, newest first and live. */
export function ActivityPage() {
  const { t } = useMessages();
  const formats = useFormats();
  const errorText = useErrorText();
  const { entries, isRead, error } = useActivity();
  const nameJob = useJobNames();
  const [view, setView] = useState(firstActivityView);
  const [isPaused, setIsPaused] = useState(false);
  const [isScrolled, setIsScrolled] = useState(false);
  const [selection] = useState(createSingleSelection);
  const chosen = useChosen(selection);
  const frame = useRef<HTMLDivElement>(null);
  const { held, release } = useHeldEntries(entries, isPaused || isScrolled || chosen !== null);
  const order = useMemo(() => orderActivity(held, view), [held, view]);
  // The filters may lag behind the rows.
  const counted = useDeferredValue(held);
  const facets = useMemo(() => countActivity(counted, view.withBackground), [counted, view.withBackground]);
  const newer = useMemo(
    () => (held === entries ? 0 : countNewer(entries, held.at(-1)?.seq ?? 0, toActivityTest(view))),
    [entries, held, view],
  );
  const clear = useMutation({
    mutationFn: () => callCommand('activity.clear', {}),
    onSuccess: () => {
      selection.clear();
      return readActivity();
    },
  });
  const showNewest = useCallback(() => {
    selection.clear();
    frame.current?.querySelector('.data-grid')?.scrollTo({ top: 0 });
    release();
  }, [selection, release]);

  const entry = chosen === null ? undefined : held.find(({ seq }) => seq === chosen);
  const shownCount = order.length;
  return (
    <Page
      title={t('app.page.activity')}
      isFixedHeight
      summary={isRead && t('activity.count', { shown: formats.number(shownCount) })}
      actions={
        <>
          <Button variant="default" aria-pressed={isPaused} onClick={() => setIsPaused(!isPaused)}>
            {t(isPaused ? 'activity.goOn' : 'activity.pause')}
          </Button>
          <Button variant="default" loading={clear.isPending} onClick={() => clear.mutate()}>
            {t('activity.clear')}
          </Button>
        </>
      }
    >
      <p className="activity-hint">{t('activity.hint')}</p>
      <ActivityToolbar view={view} facets={facets} nameJob={nameJob} onChange={setView} />
      {clear.error && <Failure title={t('activity.clearFailed')} error={clear.error} />}
      {isPaused && (
        <div className="activity-notice">
          <Notice tone="info">{t('activity.paused')}</Notice>
        </div>
      )}
      {error && isRead && <Failure title={t('activity.loadFailed')} error={error} />}
      <div className="activity-frame" ref={frame}>
        {!isRead ? (
          error ? (
            <ErrorCard
              title={t('activity.loadFailed')}
              code={errorText(error).code}
              actions={<Button onClick={() => void readActivity()}>{t('app.retry')}</Button>}
            >
              <p>{errorText(error).body}</p>
            </ErrorCard>
          ) : (
            <Stack gap="xs" p="md" aria-busy className="activity-grid">
              <Skeleton height={16} />
              <Skeleton height={16} />
              <Skeleton height={16} />
            </Stack>
          )
        ) : (
          <div
            className="activity-grid"
            onScrollCapture={(event) => setIsScrolled((event.target as HTMLElement).scrollTop > 0)}
          >
            <ActivityGrid
              entries={held}
              order={order}
              selection={selection}
              nameJob={nameJob}
              empty={
                hasActivityFilter(view) ? (
                  <EmptyState
                    title={t('activity.noMatch')}
                    action={
                      <Button
                        variant="default"
                        onClick={() => setView({ ...firstActivityView, withBackground: view.withBackground })}
                      >
                        {t('profiles.filter.clear')}
                      </Button>
                    }
                  >
                    {t('activity.noMatchHint')}
                  </EmptyState>
                ) : (
                  <EmptyState title={t('activity.empty')}>{t('activity.emptyHint')}</EmptyState>
                )
              }
            />
            {newer > 0 && (
              <Button
                className="activity-pill"
                size="compact-sm"
                onClick={isPaused ? () => setIsPaused(false) : showNewest}
              >
                {t('activity.newer', { times: formats.number(newer) })}
              </Button>
            )}
          </div>
        )}
        {entry && <ActivityDetails entry={entry} nameJob={nameJob} onClose={() => selection.clear()} />}
      </div>
    </Page>
  );
}

function Failure({ title, error }: { readonly title: string; readonly error: Error }) {
  const { body, code } = useErrorText()(error);
  return (
    <div className="activity-notice">
      <Notice tone="bad">
        <strong>{title}</strong> {body} <small>{code}</small>
      </Notice>
    </div>
  );
}
