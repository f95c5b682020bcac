import { Kbd } from '@mantine/core';
import './key-caps.css';

/** Keys as they are printed on a keyboard; those that are not listed, in capitals. */
const caps: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
  mod: navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl',
};

/** The keys of a shortcut as small caps. */
export function KeyCaps({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className="key-caps">
      {keys.map((key) => (
        <Kbd key={key}>{caps[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</Kbd>
      ))}
    </span>
  );
}
