import type { DemoSwitches } from '../../shared/demo-switches.ts';
import type { ApiErrorCode } from '../../shared/local-api/wire.generated.ts';
import type { Random } from './random.ts';
import type { DemoState } from './state.ts';

/** What an action decides, before it is put into an envelope. */
export type Answer =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly code: number; readonly message?: string };

/** What an action may look at and change. */
export interface ActionContext {
  readonly state: DemoState;
  readonly switches: DemoSwitches;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly random: Random;
  /** Login password of the account, asked for by transfer codes. */
  readonly accountPassword: string;
}

/** A success with its `data`. Actions without `data` leave it out. */
export function answer(data: unknown = null): Answer {
  return { ok: true, data };
}

/** A refusal with one of the documented codes. */
export function refuse(code: ApiErrorCode): Answer {
  return { ok: false, code };
}
