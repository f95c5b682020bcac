import type {
  CommandInput,
  CommandName,
  CommandOutput,
  EventName,
  Events,
  PanelBridge,
} from '../shared/contract.ts';
import type { AppError } from '../shared/result.ts';

declare global {
  interface Window {
    /** Put there by the preload script; read nowhere but in this file. */
    readonly panel: PanelBridge;
  }
}

/** An expected failure as TanStack Query wants it: thrown. `error.code` chooses the words. */
export class CommandError extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.message);
    this.name = 'CommandError';
    this.error = error;
  }
}

/** Calls a command of the main process. Throws CommandError for every expected failure. */
export async function callCommand<K extends CommandName>(
  name: K,
  input: CommandInput<K>,
): Promise<CommandOutput<K>> {
  const result = await window.panel.call(name, input);
  if (!result.ok) throw new CommandError(result.error);
  return result.value;
}

/** Listens to an event of the main process; returns the function that unsubscribes. */
export function onEvent<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  return window.panel.on(event, listener);
}
