import type { MessageKey } from '../shared/messages/language.ts';
import type { PageName } from './navigation.ts';

/**
 * Every keyboard shortcut, once: the handlers of the window read it, and the list that `?` opens shows it. Keys
 * are those of `KeyboardEvent.key`; `mod` is Ctrl, and Command on macOS.
 */
interface Shortcut {
  readonly keys: readonly string[];
  /** The keys are pressed one after another, not together. */
  readonly isSequence?: boolean;
  readonly label: MessageKey;
}

/** Handled for the whole window, by `useAppShortcuts`. */
export const windowShortcuts = {
  palette: { keys: ['mod', 'k'], label: 'shortcuts.palette' },
  search: { keys: ['/'], label: 'shortcuts.search' },
  refresh: { keys: ['F5'], label: 'shortcuts.refresh' },
  list: { keys: ['?'], label: 'shortcuts.list' },
  sidebar: { keys: ['mod', 'b'], label: 'shortcuts.sidebar' },
  zoomIn: { keys: ['mod', '+'], label: 'shortcuts.zoomIn' },
  zoomOut: { keys: ['mod', '-'], label: 'shortcuts.zoomOut' },
  zoomReset: { keys: ['mod', '0'], label: 'shortcuts.zoomReset' },
} as const satisfies Record<string, Shortcut>;
export type WindowShortcut = keyof typeof windowShortcuts;

/** `g` and then a letter go to a page. */
export const pageShortcuts: Readonly<Record<PageName, Shortcut>> = {
  profiles: { keys: ['g', 'p'], isSequence: true, label: 'app.page.profiles' },
  jobs: { keys: ['g', 'j'], isSequence: true, label: 'app.page.jobs' },
  recipes: { keys: ['g', 'r'], isSequence: true, label: 'app.page.recipes' },
  proxies: { keys: ['g', 'x'], isSequence: true, label: 'app.page.proxies' },
  groups: { keys: ['g', 't'], isSequence: true, label: 'app.page.groups' },
  'service-cache': { keys: ['g', 'c'], isSequence: true, label: 'app.page.serviceCache' },
  activity: { keys: ['g', 'a'], isSequence: true, label: 'app.page.activity' },
  console: { keys: ['g', 'o'], isSequence: true, label: 'app.page.console' },
  settings: { keys: ['g', 's'], isSequence: true, label: 'app.page.settings' },
};

/** Handled by the grid while the focus is in it. */
export const gridShortcuts: readonly Shortcut[] = [
  { keys: ['ArrowUp', 'ArrowDown'], isSequence: true, label: 'shortcuts.grid.move' },
  { keys: ['Home', 'End'], isSequence: true, label: 'shortcuts.grid.ends' },
  { keys: ['PageUp', 'PageDown'], isSequence: true, label: 'shortcuts.grid.pages' },
  { keys: ['Space'], label: 'shortcuts.grid.select' },
  { keys: ['Shift', 'ArrowDown'], label: 'shortcuts.grid.range' },
  { keys: ['mod', 'a'], label: 'shortcuts.grid.all' },
  { keys: ['Enter'], label: 'shortcuts.grid.open' },
  { keys: ['Escape'], label: 'shortcuts.grid.leave' },
];

/** The part of a key press that is looked at. */
interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Tells whether a key press is this chord. Shift is not looked at: it is part of `?` and, on some keyboards, of `/`. */
function isChord(press: KeyPress, keys: readonly string[]): boolean {
  const hasMod = press.ctrlKey || press.metaKey;
  if (press.altKey || hasMod !== keys.includes('mod')) return false;
  const key = press.key.toLowerCase();
  const wanted = keys.at(-1)?.toLowerCase();
  // Without Shift, the key of + says =.
  return key === wanted || (wanted === '+' && key === '=');
}

/** The shortcut of the window that a key press is; null for any other. */
export function findWindowShortcut(press: KeyPress): WindowShortcut | null {
  const names = Object.keys(windowShortcuts) as WindowShortcut[];
  return names.find((name) => isChord(press, windowShortcuts[name].keys)) ?? null;
}

/** The page of `g` and this letter; null for any other. */
export function findPageShortcut(first: string, press: KeyPress): PageName | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const names = Object.keys(pageShortcuts) as PageName[];
  return (
    names.find((name) => {
      const [one, two] = pageShortcuts[name].keys;
      return one === first && two === press.key.toLowerCase();
    }) ?? null
  );
}
