import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import type { JobCheck } from '../../shared/job.ts';
import type { StartableOperation } from '../../shared/operation.ts';
import type { ProfileId } from '../../shared/profile.ts';
import { callCommand } from '../api.ts';
import { useMessages } from '../messages.tsx';
import { announce } from '../ui/live-region.tsx';

/** Typing asks once it has paused for this long, in milliseconds. */
const quiet = 250;

/**
 * The check before the run. Asked anew for each opening of the dialog: what is open changes by the minute.
 * `isCurrent` holds when the answer is for the present choices.
 *
 * @param operation holds no secret; null while the choices are not complete
 */
export function useCheck(operation: StartableOperation | null, profileIds: readonly ProfileId[]) {
  const { t } = useMessages();
  const opening = useId();
  const wanted = operation && JSON.stringify(operation);
  const [asked] = useDebouncedValue(wanted, quiet);
  const query = useQuery<JobCheck>({
    // The ids themselves may be 100,000: the opening stands for them.
    queryKey: ['jobs.check', opening, asked],
    queryFn: () =>
      callCommand('jobs.check', {
        operation: JSON.parse(asked ?? '') as StartableOperation,
        profileIds: [...profileIds],
      }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const isCurrent = operation !== null && asked === wanted && !query.isFetching;
  const ready = isCurrent ? (query.data?.ready.length ?? null) : null;
  useEffect(() => {
    if (ready !== null) announce(t('jobs.clear.announceReady', { count: ready }));
  }, [ready, t]);
  return {
    check: operation !== null && !query.isError ? query.data : undefined,
    error: query.error,
    isChecking: operation !== null && !isCurrent,
    isCurrent,
    checkAgain: () => void query.refetch(),
  };
}
