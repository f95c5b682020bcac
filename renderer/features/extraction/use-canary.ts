import { useState } from 'react';
import type { ExtractionForm } from '../../../shared/extraction/extraction-form.ts';
import type { HeldLink } from '../../../shared/extraction/preset.ts';
import type { StartableOperation } from '../../../shared/operation.ts';
import type { ProfileId } from '../../../shared/profile.ts';
import { callCommand } from '../../api.ts';
import { toExtractionTarget } from './extraction-draft.ts';
import { type OneOutcome, runToEnd } from './run-to-end.ts';

/** A form and its link, typed or held. */
export interface ProxyPlan {
  readonly form: ExtractionForm;
  readonly heldLink: Pick<HeldLink, 'ref' | 'host'> | null;
}

/** Whether two plans set the very same proxy. */
export function isSamePlan(one: ProxyPlan, other: ProxyPlan): boolean {
  // Both forms come from the same schema, which keeps the order of the keys.
  return one.heldLink?.ref === other.heldLink?.ref && JSON.stringify(one.form) === JSON.stringify(other.form);
}

export type CanaryPhase = 'set' | 'open' | 'read' | 'close';

/** How far the try on one profile is. */
export type CanaryState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly phase: CanaryPhase; readonly profileId: ProfileId }
  | {
      readonly kind: 'passed';
      readonly profileId: ProfileId;
      /** What was tried. */
      readonly plan: ProxyPlan;
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
  const [state, setState] = useState<CanaryState>({ kind: 'idle' });

  const run = async (plan: ProxyPlan, profileId: ProfileId, isOpening: boolean) => {
    const { form, heldLink } = plan;
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
    const read = async () => (await callCommand('profiles.readAddress', { profileId })).realIp;
    try {
      enter('set');
      const { ref, host } =
        heldLink ??
        (await callCommand('secrets.keep', { ref: null, secret: { kind: 'link', url: form.link } }));
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
      setState({ kind: 'passed', profileId, plan, operation, realIp });
    } catch (thrown) {
      giveUp(null, thrown instanceof Error ? thrown : new Error(String(thrown)), phase === 'read');
    }
  };

  return { state, isRunning: state.kind === 'running', run };
}
