import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ServiceClear, ServiceTarget } from '../../../shared/service-cache.ts';
import type { Settings } from '../../../shared/settings.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';

const viewQuery = commandQuery('serviceCache.get', {});
const probeQuery = commandQuery('serviceCache.probe', {});
const clearKey = ['serviceCache.clear'] as const;

/** Address, history and names. */
export function useServiceCache() {
  return useQuery({ ...viewQuery, staleTime: 0 });
}

/** What a look at the address found; it is looked anew whenever the page is opened. */
export function useServiceProbe() {
  return useQuery({ ...probeQuery, staleTime: 0, gcTime: 0 });
}

/** Saves another address and looks there. */
export function useSaveServiceAddress() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (patch: Pick<Settings, 'serviceAddress' | 'confirmedServiceHost'>) =>
      callCommand('settings.update', patch),
    onSuccess: async (view) => {
      client.setQueryData(commandQuery('settings.get', {}).queryKey, view);
      await client.invalidateQueries({ queryKey: viewQuery.queryKey });
      void client.resetQueries({ queryKey: probeQuery.queryKey });
    },
  });
}

/** One call at a time. What it ended with is found again after leaving the page. */
export function useClearService() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: clearKey,
    mutationFn: (target: ServiceTarget) => callCommand('serviceCache.clear', { target }),
    onSettled: () => client.invalidateQueries({ queryKey: viewQuery.queryKey }),
  });
}

/** The newest call of this window. */
export interface LastCall {
  readonly isWaiting: boolean;
  readonly answer: { readonly entry: ServiceClear; readonly isKept: boolean } | null;
  /** Why it was not sent. */
  readonly error: Error | null;
}

/** The newest call of this window; null before the first one. */
export function useLastCall(): LastCall | null {
  const calls = useMutationState({
    filters: { mutationKey: clearKey },
    select: ({ state }): LastCall => ({
      isWaiting: state.status === 'pending',
      answer: (state.data as LastCall['answer'] | undefined) ?? null,
      error: state.error,
    }),
  });
  return calls.at(-1) ?? null;
}

/** Forgets all past calls and names. */
export function useClearServiceHistory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callCommand('serviceCache.clearHistory', {}),
    onSuccess: (view) => client.setQueryData(viewQuery.queryKey, view),
  });
}
