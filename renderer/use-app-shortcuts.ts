import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { profileListKey } from './known-profiles.ts';
import { goTo } from './navigation.ts';
import { toPlace } from './pages.ts';
import { openShortcutList } from './requests/help-request.ts';
import { openPalette } from './requests/palette-request.ts';
import { askForSearch } from './requests/search-request.ts';
import { findPageShortcut, findWindowShortcut, type WindowShortcut } from './shortcuts.ts';
import { useStableCallback } from './ui/use-stable-callback.ts';
import { useWindowLayout } from './use-window-layout.ts';

/** Milliseconds in which the letter after `g` must follow. */
const sequenceTime = 1_500;

/** Listens for the shortcuts of the window. They rest while somebody types and while a dialog is open. */
export function useAppShortcuts(): void {
  const client = useQueryClient();
  const { zoomBy, resetZoom, toggleSidebar } = useWindowLayout();
  const handlers: Readonly<Record<WindowShortcut, () => void>> = {
    palette: openPalette,
    search: askForSearch,
    refresh: () => void client.refetchQueries({ queryKey: profileListKey }, { cancelRefetch: false }),
    list: openShortcutList,
    sidebar: toggleSidebar,
    zoomIn: () => zoomBy(1),
    zoomOut: () => zoomBy(-1),
    zoomReset: resetZoom,
  };
  const run = useStableCallback((name: WindowShortcut) => handlers[name]());
  useEffect(() => {
    let first: { readonly key: string; readonly at: number } | null = null;
    const handle = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !mayFire(event)) return;
      const page =
        first && event.timeStamp - first.at < sequenceTime ? findPageShortcut(first.key, event) : null;
      first = page ? null : { key: event.key.toLowerCase(), at: event.timeStamp };
      if (page) {
        event.preventDefault();
        return goTo(toPlace(page));
      }
      const name = findWindowShortcut(event);
      if (!name) return;
      event.preventDefault();
      run(name);
    };
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, [run]);
}

const fields = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]';

/** Keys that type a character rest in fields; all rest under a dialog and in an open menu or list. */
function mayFire(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  if (document.querySelector('[aria-modal=true]')) return false;
  if (target.closest('[role=dialog], [role=menu], [role=listbox]')) return false;
  const isTyping = target.closest(fields) !== null;
  return !isTyping || event.ctrlKey || event.metaKey || event.key === 'F5';
}
