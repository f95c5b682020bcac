import { succeed } from '../../../shared/result.ts';
import type { OperationDefinition, OperationTools, PlannedProfile } from '../operation.ts';
import { parseStored } from './group-preimage.ts';
import { proxyRestoreTarget } from './proxy-preimage.ts';
import { readSuccess } from './read-success.ts';
import { hasSecret, looksLike, sendProxy } from './send-proxy.ts';
import { settleIdentified } from './settle-identified.ts';

/** Gives profiles the proxy back that they had. One whose proxy somebody changed meanwhile is left as it is. */
export function restoreProxy(_operation: unknown, { secrets }: OperationTools): OperationDefinition {
  return {
    semantics: 'guarded',
    batchSize: 1,
    needsTypedCount: false,
    checkOpenState: null,
    async inspect(item, fresh) {
      if (!hasSecret(readTarget(item).to, secrets)) return succeed({ kind: 'skip', reason: 'not_sent' });
      return succeed(
        looksLike(fresh.proxy, readTarget(item).from)
          ? { kind: 'send' }
          : { kind: 'skip', reason: 'changed_since' },
      );
    },
    send(client, items, signal) {
      const [item] = items;
      if (item === undefined) throw new Error('A request needs an item.');
      const { to, values } = readTarget(item);
      return sendProxy({ client, item, target: to, values, secrets, signal });
    },
    readReply: readSuccess,
    settle: (item, reads) =>
      settleIdentified(item, reads, (fresh) => {
        const { to, from } = readTarget(item);
        if (looksLike(fresh.proxy, from) || looksLike(fresh.proxy, to)) return { kind: 'send_again' };
        return { kind: 'skip', reason: 'changed_since' };
      }),
  };
}

function readTarget(item: PlannedProfile) {
  const target = parseStored(proxyRestoreTarget, item.target);
  if (target === null) throw new Error('An item that gets its proxy back has none planned.');
  return target;
}
