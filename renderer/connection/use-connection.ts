import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConnectionState } from '../../shared/connection.ts';
import { callCommand } from '../api.ts';
import { commandQuery } from '../command-query.ts';

/** The state of the connection; undefined until it is known for the first time. It changes by itself. */
export function useConnection(): ConnectionState | undefined {
  return useQuery(commandQuery('connection.get', {})).data;
}

/** Probes at once. `isChecking` holds until the answer is there. */
export function useCheckConnection(): { readonly check: () => void; readonly isChecking: boolean } {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => callCommand('connection.check', {}),
    onSuccess: (state) => client.setQueryData(commandQuery('connection.get', {}).queryKey, state),
  });
  return { check: () => mutate(), isChecking: isPending };
}
