import { Button, EmptyState, Skeleton, Stack } from '@mantine/core';
import { IconProgressCheck } from '@tabler/icons-react';
import { useMessages } from '../../messages.tsx';
import { goTo, usePlace } from '../../navigation.ts';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Page } from '../../ui/page.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { JobEntry } from './job-entry.tsx';
import { useJobs } from './use-jobs.ts';
import './jobs-page.css';

/** All jobs, newest first; opening one shows its result. Which one is open stands in the address. */
export function JobsPage() {
  const { t } = useMessages();
  return (
    <Page title={t('jobs.page.title')}>
      <JobList />
    </Page>
  );
}

function JobList() {
  const { t } = useMessages();
  const errorText = useErrorText();
  const place = usePlace();
  const { jobs, error, refetch } = useJobs();
  const openId = place.page === 'jobs' ? place.jobId : null;

  if (error && !jobs) {
    const { title, body, code } = errorText(error);
    return (
      <ErrorCard
        title={t('jobs.page.loadFailed')}
        code={code}
        actions={<Button onClick={refetch}>{t('app.retry')}</Button>}
      >
        <p>
          {title}. {body}
        </p>
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
  if (jobs.length === 0) {
    return (
      <EmptyState
        icon={<IconProgressCheck size={28} stroke={1.5} aria-hidden="true" />}
        withIndicatorBackground
        title={t('jobs.page.empty')}
        description={t('jobs.page.emptyHint')}
      >
        <EmptyState.Actions>
          <Button onClick={() => goTo({ page: 'profiles' })}>{t('jobs.page.toProfiles')}</Button>
        </EmptyState.Actions>
      </EmptyState>
    );
  }
  return (
    <ul className="jobs-page__list" aria-label={t('jobs.page.listLabel')}>
      {jobs.map((job) => (
        <JobEntry
          key={job.id}
          job={job}
          retryOf={jobs.find((earlier) => earlier.id === job.retryOf) ?? null}
          isOpen={job.id === openId}
        />
      ))}
    </ul>
  );
}
