import type { EventEmitter } from 'node:events';

/**
 * Emits an event whose first argument has Electron's `preventDefault()` and `defaultPrevented`
 * together with `properties`, and tells whether a listener prevented the default.
 */
export function emitCancelable(
  emitter: EventEmitter,
  event: string,
  properties: Readonly<Record<string, unknown>> = {},
  ...rest: readonly unknown[]
): boolean {
  let isPrevented = false;
  const detail = {
    ...properties,
    preventDefault: () => {
      isPrevented = true;
    },
    get defaultPrevented() {
      return isPrevented;
    },
  };
  emitter.emit(event, detail, ...rest);
  return isPrevented;
}
