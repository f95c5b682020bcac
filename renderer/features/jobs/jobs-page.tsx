import { Button, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../messages.tsx';
import { goTo, usePlace } from '../../navigation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Page } from '../../ui/page.tsx';
import { useAnnounced } from '../../ui/use-announced.ts';
import { useErrorText } from '../../use-error-text.ts';
import { emptyHistoryView, type HistoryView, hasHistoryFilter, toJobFilter } from './history-filter.ts';
import { HistoryMenu } from './history-menu.tsx';
import { HistoryToolbar } from './history-toolbar.tsx';
import { JobEntry } from './job-entry.tsx';
import { historyPageSize, useHistory, useSingleJob } from './use-history.ts';
import { useJobs } from './use-jobs.ts';
import './jobs-page.css';

/**
 * The history: every job of the last 90 days, newest first, filtered and page by page. Opening one shows its
 * result. Which one is open stands in the address.
 */
export function JobsPage() {
  const { t } = useMessages();
  const [view, setView] = useState(emptyHistoryView);
  const [page, setPage] = useState(0);
  const filter = toJobFilter(view);
  const history = useHistory(filter, page);
  const isFiltered = hasHistoryFilter(view);
  useAnnounced(isFiltered && history.jobs ? t('jobs.history.count', { count: history.total }) : null);

  const changeView = (next: HistoryView) => {
    setView(next);
    setPage(0);
  };
  return (
    <Page
      title={t('jobs.page.title')}
      help={{ label: t('help.page.jobsLabel'), text: t('help.page.jobs') }}
      summary={history.total > 0 && t('jobs.history.count', { count: history.total })}
      actions={history.total > 0 && <HistoryMenu filter={filter} />}
    >
      {(isFiltered || history.total > 0) && <HistoryToolbar view={view} onChange={changeView} />}
      <JobList history={history} isFiltered={isFiltered} onClearFilter={() => changeView(emptyHistoryView)} />
      <Pages page={page} total={history.total} onChange={setPage} />
    </Page>
  );
}

function JobList({
  history: { jobs, error, refetch },
  isFiltered,
  onClearFilter,
}: {
  readonly history: ReturnType<typeof useHistory>;
  readonly isFiltered: boolean;
  readonly onClearFilter: () => void;
}) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const place = usePlace();
  const { jobs: live = [] } = useJobs();
  const openId = place.page === 'jobs' ? place.jobId : null;
  const openedApart = useSingleJob(openId, jobs ?? []);

  if (error && !jobs) {
    const { sentence, code } = errorText(error);
    return (
      <ErrorCard
        title={t('jobs.page.loadFailed')}
        code={code}
        actions={<Button onClick={refetch}>{t('app.retry')}</Button>}
      >
        <p>{sentence}</p>
      </ErrorCard>
    );
  }
  if (!jobs) {
    return (
      <Stack gap="xs" aria-busy>
        <Skeleton height={44} />
        <Skeleton height={44} />
        <Skeleton height={44} />
      </Stack>
    );
  }
  const shown = openedApart ? [openedApart, ...jobs] : jobs;
  if (shown.length === 0) {
    return (
      <EmptyState
        isPage
        title={t(isFiltered ? 'jobs.history.noMatch' : 'jobs.page.empty')}
        action={
          isFiltered ? (
            <Button variant="default" onClick={onClearFilter}>
              {t('profiles.filter.clear')}
            </Button>
          ) : (
            <Button onClick={() => goTo({ page: 'profiles' })}>{t('jobs.page.toProfiles')}</Button>
          )
        }
      >
        {t(isFiltered ? 'jobs.history.noMatchHint' : 'jobs.page.emptyHint')}
      </EmptyState>
    );
  }
  const known = [...shown, ...live];
  return (
    <ul className="jobs-page__list" aria-label={t('jobs.page.listLabel')}>
      {shown.map((job) => (
        <JobEntry
          key={job.id}
          job={job}
          earlier={known.find(({ id }) => id === (job.retryOf ?? job.undoOf)) ?? null}
          isOpen={job.id === openId}
        />
      ))}
    </ul>
  );
}

function Pages({
  page,
  total,
  onChange,
}: {
  readonly page: number;
  readonly total: number;
  readonly onChange: (page: number) => void;
}) {
  const { t } = useMessages();
  if (total <= historyPageSize) return null;
  const first = page * historyPageSize + 1;
  const last = Math.min(total, first + historyPageSize - 1);
  return (
    <nav className="jobs-page__pages" aria-label={t('jobs.history.pages')}>
      <Button variant="default" disabled={page === 0} onClick={() => onChange(page - 1)}>
        {t('jobs.history.newer')}
      </Button>
      <span>{t('jobs.history.range', { first, last, total })}</span>
      <Button variant="default" disabled={last >= total} onClick={() => onChange(page + 1)}>
        {t('jobs.history.older')}
      </Button>
    </nav>
  );
}
