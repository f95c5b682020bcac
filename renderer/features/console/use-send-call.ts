import { useCallback } from 'react';
import { isReadAction } from '../../../shared/console/call-rules.ts';
import type { ActionId } from '../../../shared/local-api/wire.generated.ts';
import { callCommand } from '../../api.ts';
import { type Body, beginCall, consoleStore, endCall } from './console-store.ts';

/** What the user agreed to before a call is sent. */
export interface CallConsent {
  readonly allowUnknownFields: boolean;
  readonly isConfirmed: boolean;
  readonly typedText: string | null;
}

/** Sends a call once; a second press while one is under way does nothing. */
export function useSendCall(): (action: ActionId, body: Body, consent: CallConsent) => Promise<void> {
  return useCallback(async (action, body, consent) => {
    const { running, isReadOnly } = consoleStore.get();
    if (running) return;
    const callId = crypto.randomUUID();
    beginCall(callId, action);
    const allowChanges = !isReadOnly && !isReadAction(action);
    try {
      const reply = await callCommand('console.send', { callId, action, body, allowChanges, ...consent });
      endCall(callId, action, body, { kind: 'reply', reply });
    } catch (error) {
      endCall(callId, action, body, { kind: 'error', error });
    }
  }, []);
}

/** Waits no longer for the call that is under way. */
export function stopWaiting(): void {
  const { running } = consoleStore.get();
  if (running) void callCommand('console.stopWaiting', { callId: running.callId });
}
