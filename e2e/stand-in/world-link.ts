/** What one JavaScript world of a page can do with the other. */
export type WorldLink = {
  /** Registers what `message(kind, …)` of the other world calls. */
  readonly listen: (kind: string, listener: (value: unknown) => void) => void;
  readonly message: (kind: string, value: unknown) => void;
  /** Replaces functions, promises and errors by descriptions, so that the rest can be structured-cloned. */
  readonly toWire: (value: unknown) => unknown;
  readonly fromWire: (value: unknown) => unknown;
};

/**
 * Joins the page's own world and the preload's isolated world. Runs in both, by its source text, before
 * any script of the page; it therefore stands alone. Messages are events of a secret name on `window`,
 * whose `detail` the browser clones from one world into the other; they are synchronous, as calls
 * through Electron's context bridge are.
 */
export function createWorldLink(secret: string, side: 'page' | 'preload'): WorldLink {
  type Wire = { readonly [tag: string]: unknown };
  const TAG = `link-${secret}`;
  const outgoing = `${secret}-${side === 'page' ? 'preload' : 'page'}`;
  const incoming = `${secret}-${side}`;
  const CustomEventClass = CustomEvent;
  const dispatch = window.dispatchEvent.bind(window);
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const idOfFunction = new WeakMap<object, number>();
  const proxyOfId = new Map<number, unknown>();
  const returns = new Map<number, Wire>();
  const settlers = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, (value: unknown) => void>();
  let lastId = 0;

  const message = (kind: string, value: unknown): void => {
    dispatch(new CustomEventClass(outgoing, { detail: { kind, value } }));
  };
  const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

  /** Most values hold nothing that needs describing; the browser's own clone carries them fastest. */
  const isPlain = (value: unknown): boolean => {
    if (value === null || typeof value !== 'object')
      return typeof value !== 'function' && typeof value !== 'symbol';
    if (Array.isArray(value)) return value.every(isPlain);
    if (value instanceof Promise || value instanceof Error) return false;
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) return true;
    for (const key in value) if (!isPlain((value as Record<string, unknown>)[key])) return false;
    return true;
  };
  const toWire = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && isPlain(value)) return { [TAG]: 'plain', value };
    return describe(value);
  };
  const describe = (value: unknown): unknown => {
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof value === 'function') {
      let id = idOfFunction.get(value);
      if (id === undefined) {
        lastId += 1;
        id = lastId;
        idOfFunction.set(value, id);
        functions.set(id, value as (...args: unknown[]) => unknown);
      }
      return { [TAG]: 'function', id };
    }
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Promise) {
      lastId += 1;
      const id = lastId;
      value.then(
        (result) => {
          try {
            message('settle', { id, isOk: true, value: toWire(result) });
          } catch (error) {
            message('settle', { id, isOk: false, value: messageOf(error) });
          }
        },
        (error) => message('settle', { id, isOk: false, value: messageOf(error) }),
      );
      return { [TAG]: 'promise', id };
    }
    if (value instanceof Error) return { [TAG]: 'error', message: value.message };
    if (Array.isArray(value)) return value.map(toWire);
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) return value;
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) copy[key] = toWire((value as Record<string, unknown>)[key]);
    return copy;
  };

  const callOther = (id: number, args: unknown[]): unknown => {
    lastId += 1;
    const call = lastId;
    message('call', { call, id, args: toWire(args) });
    const reply = returns.get(call);
    returns.delete(call);
    if (reply === undefined) throw new Error('The other world of this page did not answer.');
    if (reply.isOk === true) return fromWire(reply.value);
    throw new Error(String(reply.value));
  };

  const fromWire = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(fromWire);
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) return value;
    const wire = value as Wire;
    if (wire[TAG] === 'plain') return wire.value;
    const id = Number(wire.id);
    if (wire[TAG] === 'function') {
      if (!proxyOfId.has(id)) proxyOfId.set(id, (...args: unknown[]) => callOther(id, args));
      return proxyOfId.get(id);
    }
    if (wire[TAG] === 'error') return new Error(String(wire.message));
    if (wire[TAG] === 'promise') {
      return new Promise((resolve, reject) => {
        settlers.set(id, { resolve, reject });
      });
    }
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(wire)) copy[key] = fromWire(wire[key]);
    return copy;
  };

  listeners.set('call', (value) => {
    const { call, id, args } = value as { call: number; id: number; args: unknown };
    try {
      const result = functions.get(id)?.(...(fromWire(args) as unknown[]));
      message('return', { call, isOk: true, value: toWire(result) });
    } catch (error) {
      message('return', { call, isOk: false, value: messageOf(error) });
    }
  });
  listeners.set('return', (value) => {
    returns.set((value as { call: number }).call, value as Wire);
  });
  listeners.set('settle', (value) => {
    const wire = value as { id: number; isOk: boolean; value: unknown };
    const settler = settlers.get(wire.id);
    settlers.delete(wire.id);
    if (wire.isOk) settler?.resolve(fromWire(wire.value));
    else settler?.reject(new Error(String(wire.value)));
  });
  window.addEventListener(
    incoming,
    (event) => {
      event.stopImmediatePropagation();
      const { kind, value } = (event as CustomEvent<{ kind: string; value: unknown }>).detail;
      listeners.get(kind)?.(value);
    },
    true,
  );

  return { listen: (kind, listener) => listeners.set(kind, listener), message, toWire, fromWire };
}
