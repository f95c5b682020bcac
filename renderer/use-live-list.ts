import { type QueryKey, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useConnection } from './connection/use-connection.ts';

/**
 * A list of ixBrowser as a page shows it: read anew at each visit, and after a lost connection came back. What was
 * read stays on the screen while it is read again, and belongs to the address it was read from.
 */
export function useLiveList<T>({
  queryKey,
  queryFn,
}: {
  readonly queryKey: QueryKey;
  readonly queryFn: () => Promise<T>;
}) {
  const connection = useConnection();
  const { host, port } = connection?.address ?? { host: '', port: 0 };
  const query = useQuery({
    queryKey: [...queryKey, host, port],
    queryFn,
    refetchOnMount: 'always',
    enabled: connection !== undefined,
  });
  const { refetch } = query;
  const isConnected = connection?.kind === 'connected';
  const wasLost = useRef(false);
  useEffect(() => {
    if (!isConnected) wasLost.current = true;
    else if (wasLost.current) {
      wasLost.current = false;
      void refetch({ cancelRefetch: false });
    }
  }, [isConnected, refetch]);
  return query;
}
