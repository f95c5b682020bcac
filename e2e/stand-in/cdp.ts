import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';

/** One flattened session of the Chrome DevTools Protocol, with Playwright's typings of commands and events. */
export type CdpSession = {
  readonly send: CDPSession['send'];
  readonly on: CDPSession['on'];
};

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
};

type Pending = {
  readonly method: string;
  readonly sessionId: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
};

/**
 * A connection over Chromium's `--remote-debugging-pipe`: JSON messages ended by a zero byte.
 * Chromium quits when this pipe closes, so it cannot outlive a killed main process.
 * `onClosed` is called once when Chromium's end is gone.
 */
export class CdpConnection {
  readonly browser: CdpSession;
  readonly #output: Writable;
  readonly #pending = new Map<number, Pending>();
  readonly #emitters = new Map<string, EventEmitter>();
  #nextId = 1;
  #isClosed = false;

  constructor(output: Writable, input: Readable, onClosed: () => void) {
    this.#output = output;
    this.browser = this.session('');
    // Writing to a Chromium that has just died fails with EPIPE; its exit is reported by `close`.
    output.on('error', () => undefined);
    input.on('error', () => undefined);
    let chunks: Buffer[] = [];
    input.on('data', (chunk: Buffer) => {
      let start = 0;
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
        chunks.push(chunk.subarray(start, end));
        const text = Buffer.concat(chunks).toString('utf8');
        chunks = [];
        start = end + 1;
        this.#receive(JSON.parse(text));
      }
      if (start < chunk.length) chunks.push(chunk.subarray(start));
    });
    input.on('close', () => {
      this.#isClosed = true;
      for (const pending of this.#pending.values())
        pending.reject(new Error(`Chromium closed during ${pending.method}`));
      this.#pending.clear();
      onClosed();
    });
  }

  /** The session with this id, `''` for the browser itself. */
  session(sessionId: string): CdpSession {
    const emitter = this.#emitterOf(sessionId);
    const send = (method: string, params: unknown = {}): Promise<unknown> => {
      if (this.#isClosed) return Promise.reject(new Error(`Chromium is closed: ${method} was not sent`));
      const id = this.#nextId++;
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      this.#pending.set(id, { method, sessionId, resolve, reject });
      this.#output.write(
        `${JSON.stringify({ id, method, params, ...(sessionId === '' ? {} : { sessionId }) })}\0`,
      );
      return promise;
    };
    return {
      send: send as CDPSession['send'],
      on: emitter.on.bind(emitter) as unknown as CDPSession['on'],
    };
  }

  /** Forgets a detached session and rejects what it still waits for. */
  endSession(sessionId: string): void {
    this.#emitters.delete(sessionId);
    for (const [id, pending] of this.#pending) {
      if (pending.sessionId !== sessionId) continue;
      this.#pending.delete(id);
      pending.reject(new Error(`The page closed during ${pending.method}`));
    }
  }

  #emitterOf(sessionId: string): EventEmitter {
    const existing = this.#emitters.get(sessionId);
    if (existing !== undefined) return existing;
    const created = new EventEmitter();
    created.setMaxListeners(0);
    this.#emitters.set(sessionId, created);
    return created;
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      if (message.method !== undefined)
        this.#emitters.get(message.sessionId ?? '')?.emit(message.method, message.params);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error === undefined) pending?.resolve(message.result);
    else pending?.reject(new Error(`${pending.method}: ${message.error.message}`));
  }
}
