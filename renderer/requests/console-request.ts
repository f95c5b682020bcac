import type { ActionId } from '../../shared/local-api/wire.generated.ts';
import { goTo } from '../navigation.ts';
import { createStore, useStore } from '../ui/store.ts';

/** A call to be looked at in the console; nothing is sent by opening it. */
export interface ConsoleRequest {
  readonly action: ActionId;
  /** Without secrets: what was left out stands as a placeholder. */
  readonly body: Readonly<Record<string, unknown>>;
}

const asked = createStore<ConsoleRequest | null>(null);

/** Shows the console with this call filled in. */
export function openConsole(request: ConsoleRequest): void {
  asked.set(request);
  goTo({ page: 'console' });
}

/** The call that the console was asked for last; null when nothing was asked. */
export function useAskedCall(): ConsoleRequest | null {
  return useStore(asked, (request) => request);
}
