import type { EventEmitter } from 'node:events';

/** Names that runtimes and test tools probe on any object; answering `undefined` is right for them. */
const PROBED_NAMES = new Set([
  'then',
  'toJSON',
  'inspect',
  'nodeType',
  'asymmetricMatch',
  'domain',
  'prependListener',
]);

/** The error for a part of Electron's API that the stand-in lacks; `name` is written `module.member`. */
export class NotEmulatedError extends Error {
  constructor(name: string) {
    super(`not emulated by the stand-in: ${name}`);
    this.name = 'NotEmulatedError';
  }
}

/**
 * Wraps an emulated object so that reading a member it lacks throws a {@link NotEmulatedError}.
 * Members may be replaced and added, as specs replace the functions of `dialog`.
 */
export function refuseUnknownMembers<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, member, receiver): unknown {
      if (typeof member === 'symbol' || member in object || PROBED_NAMES.has(member)) {
        return Reflect.get(object, member, receiver);
      }
      throw new NotEmulatedError(`${name}.${member}`);
    },
  });
}

/** A stand-in for a whole module of Electron that is not emulated: calling, constructing or reading it throws. */
export function refuseModule(name: string): object {
  const refuse = (): never => {
    throw new NotEmulatedError(name);
  };
  // Only a `function` or class lets `new` reach the trap below.
  class Refused {}
  return new Proxy(Refused, {
    apply: refuse,
    construct: refuse,
    get(object, member): unknown {
      if (typeof member === 'symbol' || member in object || PROBED_NAMES.has(member))
        return Reflect.get(object, member);
      throw new NotEmulatedError(`${name}.${member}`);
    },
  });
}

/** Makes `emitter.on('some event')` throw for an event that the stand-in neither emits nor accepts as never happening. */
export function refuseUnknownEvents(emitter: EventEmitter, name: string, events: readonly string[]): void {
  const known = new Set<string | symbol>([...events, 'newListener', 'removeListener', 'error']);
  emitter.on('newListener', (event: string | symbol) => {
    if (!known.has(event)) throw new NotEmulatedError(`event '${String(event)}' of ${name}`);
  });
}
