import type { GatewayList } from '../../shared/proxy.ts';
import { type Result, succeed } from '../../shared/result.ts';
import { type Clock, systemClock } from '../clock.ts';
import { toAppError } from './errors.ts';
import type { LocalApiClient, RequestFacts } from './outcome.ts';
import { readPatiently } from './read-patiently.ts';
import { writeOnce } from './write-once.ts';

/** The access lines of ixBrowser and the choice among them. */
export interface Gateways {
  /** Fails like every read. */
  list(): Promise<Result<GatewayList>>;
  /** Fails like `writeOnce`. */
  switchTo(id: string): Promise<Result<{ readonly id: string }>>;
  /** To be told of every request, so that a switch from the console counts as well. */
  note(request: Pick<RequestFacts, 'action' | 'body' | 'outcome'>): void;
}

/** The API does not tell which line is in use, so what was chosen here is remembered until the panel ends. */
export function createGateways(client: LocalApiClient, clock: Clock = systemClock): Gateways {
  let switchedTo: GatewayList['switchedTo'] = null;
  return {
    async list() {
      const outcome = await readPatiently(() => client.call('gateway-list', {}), clock);
      if (outcome.kind !== 'ok') return { ok: false, error: toAppError(outcome, 'read') };
      const gateways = outcome.data.map(({ id, name }) => ({ id, name: name ?? '' }));
      return succeed({ gateways, switchedTo });
    },
    async switchTo(id) {
      const switched = await writeOnce(client, 'gateway-switch', { id });
      return switched.ok ? succeed({ id }) : switched;
    },
    note({ action, body, outcome }) {
      if (action !== 'gateway-switch') return;
      // After an unknown outcome neither the old nor the new line is known to be in use.
      if (outcome === 'unknown') switchedTo = null;
      if (outcome === 'ok' && 'id' in body) switchedTo = { id: String(body.id), at: clock.now() };
    },
  };
}
