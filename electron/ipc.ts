import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import {
  type CommandHandlers,
  type CommandInput,
  type CommandName,
  commands,
  type EventName,
  type Events,
} from '../shared/contract.ts';
import { fail, type Result } from '../shared/result.ts';
import { judgeInput } from './judge-input.ts';
import type { Log } from './log.ts';

/** Where the page lives. `new URL(…).origin` is the string `null` for custom schemes, so parts are compared. */
const page = { protocol: 'app:', host: 'bundle' };

interface CommandRegistration {
  readonly handlers: CommandHandlers;
  readonly log: Log;
  /** The only window whose page may call. */
  readonly getWindow: () => BrowserWindow | null;
}

/**
 * Serves every command of the contract on one channel. It owns the sender check, the check of the input
 * against the contract, and the one catch that turns a bug into `internal`.
 */
export function registerCommands({ handlers, log, getWindow }: CommandRegistration): void {
  ipcMain.handle('panel:call', async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isTrustedSender(event, getWindow())) {
      log.warn({ what: 'command_refused', reason: 'sender' });
      return fail('invalid_input', 'This page may not call the main process.');
    }
    if (!isCommandName(name)) return fail('invalid_input', 'There is no such command.');
    return runCommand(handlers, log, name, input);
  });
}

/** Tells the window something that it did not ask for. Does nothing while there is no window. */
export function emit<E extends EventName>(window: BrowserWindow | null, name: E, payload: Events[E]): void {
  if (window && !window.isDestroyed()) window.webContents.send('panel:event', name, payload);
}

async function runCommand<K extends CommandName>(
  handlers: CommandHandlers,
  log: Log,
  name: K,
  input: unknown,
): Promise<Result<unknown>> {
  const startedAt = performance.now();
  const result = await answer(handlers, log, name, input);
  log.debug({
    what: 'command',
    name,
    outcome: result.ok ? 'ok' : result.error.code,
    ms: Math.round(performance.now() - startedAt),
  });
  return result;
}

async function answer<K extends CommandName>(
  handlers: CommandHandlers,
  log: Log,
  name: K,
  input: unknown,
): Promise<Result<unknown>> {
  const fault = judgeInput(input);
  if (fault !== null)
    return fail('invalid_input', 'The input is no input of any command.', { detail: fault });
  const parsed = commands[name].input.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail('invalid_input', issue?.message ?? 'The input does not fit.', {
      detail: issue?.path.join('.') ?? '',
    });
  }
  try {
    return await handlers[name](parsed.data as CommandInput<K>);
  } catch (bug) {
    log.error({ what: 'command_failed', name, stack: bug instanceof Error ? bug.stack : String(bug) });
    return fail('internal', `The command ${name} failed unexpectedly.`);
  }
}

function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name);
}

function isTrustedSender(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (!window || window.isDestroyed() || event.sender.id !== window.webContents.id) return false;
  if (!frame || frame.detached || frame.parent !== null || !URL.canParse(frame.url)) return false;
  const { protocol, host } = new URL(frame.url);
  return protocol === page.protocol && host === page.host;
}
