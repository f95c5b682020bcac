import type { Operation } from '../../../shared/operation.ts';
import { succeed } from '../../../shared/result.ts';
import { linkValues, toLinkValues } from '../../extraction/link-values.ts';
import { readLoginFreeProxies } from '../../local-api/login-free-proxies.ts';
import type { OperationDefinition, OperationTools, OwnProxies } from '../operation.ts';
import { parseStored } from './group-preimage.ts';
import { proxyPreimage, toFullProxy } from './proxy-preimage.ts';
import { readSuccess } from './read-success.ts';
import { hasSecret, looksLike, sendProxy } from './send-proxy.ts';
import { settleIdentified } from './settle-identified.ts';

/**
 * Gives profiles a proxy, one a request. Setting it twice leaves the same value. After an unknown outcome it is
 * sent again only while the list still shows the old proxy or already the new one: what somebody else set
 * meanwhile is not overwritten.
 */
export function setProxy(
  { proxy: target }: Extract<Operation, { kind: 'set_proxy' }>,
  { secrets, readOwnProxies }: OperationTools,
): OperationDefinition {
  let loginFree: ReadonlySet<number> = new Set();
  let ownProxies: OwnProxies = new Map();

  return {
    semantics: 'idempotent',
    batchSize: 1,
    needsTypedCount: false,
    async prepare({ client }) {
      ownProxies = readOwnProxies();
      const read = await readLoginFreeProxies(client);
      if (read.ok) loginFree = read.value;
      // Without it fewer profiles can get their old proxy back, which is no reason not to start.
      return succeed(null);
    },
    plan({ row, cachePath, proxyId }) {
      const own = ownProxies.get(row.id);
      const isOwn = own !== undefined && own.identity === cachePath && looksLike(row.proxy, own.proxy);
      const full = isOwn ? own.proxy : toFullProxy(row.proxy, proxyId !== null && loginFree.has(proxyId));
      const preimage = JSON.stringify({ listed: row.proxy, full });
      return [
        target.kind === 'extraction' ? { preimage, target: JSON.stringify(toLinkValues(row)) } : { preimage },
      ];
    },
    findBlock: () => (hasSecret(target, secrets) ? null : 'secret_missing'),
    checkOpenState: null,
    send(client, items, signal) {
      const [item] = items;
      if (item === undefined) throw new Error('A request needs an item.');
      const values = parseStored(linkValues, item.target);
      return sendProxy({ client, item, target, values, secrets, signal });
    },
    readReply: readSuccess,
    settle: (item, reads) =>
      settleIdentified(item, reads, ({ proxy }) => {
        const before = parseStored(proxyPreimage, item.preimage)?.listed;
        const isAsBefore =
          before !== undefined &&
          proxy.mode === before.mode &&
          proxy.type === before.type &&
          proxy.host === before.host &&
          proxy.port === before.port;
        if (isAsBefore || looksLike(proxy, target)) return { kind: 'send_again' };
        return { kind: 'ask', reason: 'changed_since' };
      }),
    undo: {
      operation: { kind: 'restore_proxy' },
      planItem(item, { row }) {
        const before = parseStored(proxyPreimage, item.preimage);
        if (before === null || before.full === null) return { obstacle: 'state_unknown' };
        if (!looksLike(row.proxy, target)) return { obstacle: 'changed_since' };
        if (!hasSecret(before.full, secrets)) return { obstacle: 'secret_unknown' };
        return { target: JSON.stringify({ to: before.full, from: target, values: toLinkValues(row) }) };
      },
    },
  };
}
