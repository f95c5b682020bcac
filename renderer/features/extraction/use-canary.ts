import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExtractionForm } from '../../../shared/extraction/extraction-form.ts';
import type { StartableOperation } from '../../../shared/job.ts';
import type { ProfileId, ProfileRow } from '../../../shared/profile.ts';
import { callCommand } from '../../api.ts';
import { toExtractionTarget } from './extraction-draft.ts';
import { type OneOutcome, runToEnd } from './run-to-end.ts';

export type CanaryPhase = 'set' | 'open' | 'read' | 'close';

/** How far the try on one profile is. */
export type CanaryState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly phase: CanaryPhase; readonly profileId: ProfileId }
  | {
      readonly kind: 'passed';
      readonly profileId: ProfileId;
      /** The form that was tried. */
      readonly form: ExtractionForm;
      readonly operation: Extract<StartableOperation, { kind: 'set_proxy' }>;
      /** Null when the profile was not opened; empty when ixBrowser shows no address. */
      readonly realIp: string | null;
    }
  | {
      readonly kind: 'failed';
      readonly phase: CanaryPhase;
      readonly profileId: ProfileId;
      readonly outcome: Extract<OneOutcome, { ok: false }> | null;
      readonly error: Error | null;
      /** It was opened and could not be closed again. */
      readonly isLeftOpen: boolean;
    };

/** Sets the proxy of one profile and, if wanted, opens it, reads its address and closes it. */
export function useCanary() {
  const client = useQueryClient();
  const [state, setState] = useState<CanaryState>({ kind: 'idle' });

  const run = async (form: ExtractionForm, profileId: ProfileId, isOpening: boolean) => {
    // Assigned in a closure, which the compiler does not follow: hence the assertion.
    let phase = 'set' as CanaryPhase;
    const enter = (next: CanaryPhase) => {
      phase = next;
      setState({ kind: 'running', phase, profileId });
    };
    const giveUp = (
      outcome: Extract<OneOutcome, { ok: false }> | null,
      error: Error | null,
      isLeftOpen = false,
    ) => setState({ kind: 'failed', phase, profileId, outcome, error, isLeftOpen });
    const read = async (): Promise<string> => {
      await client.refetchQueries({ queryKey: ['profiles.nextRows'] });
      const lists = client.getQueriesData<{ readonly rows: readonly ProfileRow[] }>({
        queryKey: ['profiles.nextRows'],
      });
      return lists.flatMap(([, list]) => list?.rows ?? []).find(({ id }) => id === profileId)?.realIp ?? '';
    };
    try {
      enter('set');
      const { ref, host } = await callCommand('secrets.keep', {
        ref: null,
        secret: { kind: 'link', url: form.link },
      });
      const operation = {
        kind: 'set_proxy' as const,
        proxy: toExtractionTarget(form, ref, host ?? ''),
      };
      const set = await runToEnd(operation, profileId);
      if (!set.ok) return giveUp(set, null);
      let realIp: string | null = null;
      if (isOpening) {
        enter('open');
        const opened = await runToEnd({ kind: 'open' }, profileId);
        if (!opened.ok) return giveUp(opened, null);
        enter('read');
        realIp = await read();
        enter('close');
        const closed = await runToEnd({ kind: 'close' }, profileId);
        if (!closed.ok) return giveUp(closed, null, true);
      }
      setState({ kind: 'passed', profileId, form, operation, realIp });
    } catch (thrown) {
      giveUp(null, thrown instanceof Error ? thrown : new Error(String(thrown)), phase === 'read');
    }
  };

  return { state, isRunning: state.kind === 'running', run };
}
