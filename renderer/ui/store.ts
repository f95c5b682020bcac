import { useSyncExternalStore } from 'react';

/** A value outside React that components subscribe to. Values are replaced, never changed in place. */
export interface Store<T> {
  get(): T;
  /** Notifies the listeners unless the value is identical. */
  set(value: T): void;
  /** Returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

/** Makes a store that holds one value. */
export function createStore<T>(initial: T): Store<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * A part of a store's value; the component renders again only when that part changes. `select` must return
 * the same value for the same state: a primitive or something that the state holds.
 */
export function useStore<T, S>(store: Store<T>, select: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
