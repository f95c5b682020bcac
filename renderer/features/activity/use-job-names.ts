import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { commandQuery } from '../../command-query.ts';
import { describeOperation } from '../../describe-operation.ts';
import { useMessages } from '../../messages.tsx';
import { useFormats } from '../../use-formats.ts';

/** A job as operation and time; the start of its number while it is not known. */
export function useJobNames(): (id: string) => string {
  const { t } = useMessages();
  const formats = useFormats();
  const { data: jobs } = useQuery(commandQuery('jobs.list', {}));
  return useCallback(
    (id) => {
      const job = jobs?.find((each) => each.id === id);
      return job ? `${describeOperation(t, job.operation)} · ${formats.time(job.createdAt)}` : id.slice(0, 8);
    },
    [jobs, t, formats],
  );
}
