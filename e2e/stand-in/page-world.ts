import type { WorldLink } from './world-link.ts';

/**
 * Runs first in the page's own world, by its source text: builds the objects that the preload exposes,
 * and hands `window.open` to the main process. `window.open` always returns null.
 */
export function installPageWorld(link: WorldLink): void {
  const freeze = (value: unknown): unknown => {
    if (
      value !== null &&
      (typeof value === 'object' || typeof value === 'function') &&
      !Object.isFrozen(value)
    ) {
      Object.freeze(value);
      for (const member of Object.values(value)) freeze(member);
    }
    return value;
  };
  link.listen('expose', (value) => {
    const { key, api } = value as { key: string; api: unknown };
    Object.defineProperty(window, key, {
      value: freeze(link.fromWire(api)),
      enumerable: true,
      configurable: false,
      writable: false,
    });
  });
  window.open = (url, target, features) => {
    link.message('open', {
      url: new URL(url === undefined || url === '' ? 'about:blank' : url, document.baseURI).href,
      frameName: target ?? '',
      features: features ?? '',
      disposition: 'new-window',
    });
    return null;
  };
}
