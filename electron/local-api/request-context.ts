import { AsyncLocalStorage } from 'node:async_hooks';

/** Why a request is sent, for the record of what was sent. It changes nothing about the request. */
export interface RequestContext {
  readonly jobId: string | null;
  /** Counts the requests made for the same thing, from 1. */
  readonly attempt: number;
  /** Repeated to keep what is shown up to date. */
  readonly isBackground: boolean;
}

const none: RequestContext = { jobId: null, attempt: 1, isBackground: false };
// Handed on like this because reads pass through many functions that have no business with it.
const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `run`; every request sent in it, also later, has this context on top of the present one. */
export function inRequestContext<T>(context: Partial<RequestContext>, run: () => T): T {
  return storage.run({ ...getRequestContext(), ...context }, run);
}

/** The context of the code that asks. */
export function getRequestContext(): RequestContext {
  return storage.getStore() ?? none;
}
