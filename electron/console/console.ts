import { isReadAction } from '../../shared/console/call-rules.ts';
import type { ConsoleCall, ConsoleReply } from '../../shared/console/console-call.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { RawSender } from '../local-api/outcome.ts';
import type { ServiceCache } from '../service-cache/service-cache.ts';
import { refuseCall } from './refuse-call.ts';
import { toConsoleReply } from './to-console-reply.ts';
import { toServiceReply } from './to-service-reply.ts';

/** Sends single calls that somebody put together by hand. */
export interface CallConsole {
  /**
   * Sends one call once. Fails with `invalid_input` for a body that may not be sent and `wrong_state` for a call
   * that changes something without the permission for it; nothing is sent then.
   */
  send(call: ConsoleCall): Promise<Result<ConsoleReply>>;
  /** Ends the waiting of a read, or of any call that has no place to be sent yet. False when there is none. */
  stopWaiting(callId: string): boolean;
}

const stopped: ConsoleReply = {
  kind: 'stopped',
  httpStatus: null,
  durationMs: 0,
  content: null,
  error: null,
  apiMessage: null,
  misfit: null,
};

/** Makes the console's part of the main process. */
export function createConsole(client: RawSender, service: Pick<ServiceCache, 'sendRaw'>): CallConsole {
  const waiting = new Map<string, () => boolean>();
  return {
    async send(call) {
      const refusal = refuseCall(call);
      if (refusal) return refusal;
      const { callId, action, body } = call;
      if (action === 'system-cache-clear') {
        const exchange = await service.sendRaw(body);
        return exchange
          ? succeed(toServiceReply(exchange))
          : fail('invalid_input', 'The address of the service may not be contacted.', { detail: 'host' });
      }
      const giveUp = new AbortController();
      const end = Promise.withResolvers<ConsoleReply>();
      const startedAt = performance.now();
      let isSent = false;
      waiting.set(callId, () => {
        giveUp.abort();
        // A change that was sent may act: its end is shown, however long it takes.
        if (isSent && !isReadAction(action)) return false;
        end.resolve({ ...stopped, durationMs: Math.round(performance.now() - startedAt) });
        return true;
      });
      const answered = client
        .sendRaw(action, body, {
          signal: giveUp.signal,
          onSend: () => {
            isSent = true;
          },
        })
        .then((exchange) => toConsoleReply(action, exchange));
      try {
        return succeed(await Promise.race([answered, end.promise]));
      } finally {
        waiting.delete(callId);
      }
    },
    stopWaiting: (callId) => waiting.get(callId)?.() ?? false,
  };
}
