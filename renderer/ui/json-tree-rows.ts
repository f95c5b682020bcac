/** One line of a JSON value shown as a tree. */
export interface JsonTreeRow {
  /** Unique within the tree: keys and positions on the way down. */
  readonly id: string;
  readonly depth: number;
  /** The key, the position in a list, or empty for the value itself. */
  readonly name: string;
  /** Entries of an object or list; null for a plain value. */
  readonly size: number | null;
  readonly isList: boolean;
  readonly isOpen: boolean;
  /** A plain value as JSON; of a closed object its first values. */
  readonly shown: string;
}

/** Levels that are open at first: the parts of a reply and its rows, each row closed. */
const openLevels = 3;
/** What is open at first in a list or object so large that its rows would hide everything else. */
const fewEntries = 200;
const longestValue = 2_000;
const longestPreview = 120;

/**
 * The lines of a value from top to bottom. `toggled` holds the ids of those that the user opened or closed against
 * what they are at first. Without recursion, so that no reply overflows it.
 */
export function listJsonRows(value: unknown, toggled: ReadonlySet<string>): JsonTreeRow[] {
  const rows: JsonTreeRow[] = [];
  const open: { id: string; depth: number; name: string; value: unknown; siblings: number }[] = [
    { id: '', depth: 0, name: '', value, siblings: 1 },
  ];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { id, depth, name, value: item, siblings } = node;
    if (typeof item !== 'object' || item === null) {
      const shown = JSON.stringify(item) ?? '';
      rows.push({
        id,
        depth,
        name,
        size: null,
        isList: false,
        isOpen: false,
        shown: cut(shown, longestValue),
      });
      continue;
    }
    const isList = Array.isArray(item);
    const entries = Object.entries(item);
    const isOpenAtFirst = depth < openLevels && siblings <= fewEntries;
    const isOpen = entries.length > 0 && isOpenAtFirst !== toggled.has(id);
    rows.push({
      id,
      depth,
      name,
      size: entries.length,
      isList,
      isOpen,
      shown: isOpen ? '' : previewOf(item),
    });
    if (!isOpen) continue;
    for (const [key, child] of entries.reverse()) {
      open.push({
        id: `${id}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        depth: depth + 1,
        name: isList ? String(Number(key) + 1) : key,
        value: child,
        siblings: entries.length,
      });
    }
  }
  return rows;
}

/** The plain values at the beginning of an object or list, enough to tell one row from another. */
function previewOf(item: object): string {
  const parts: string[] = [];
  let length = 0;
  for (const [key, value] of Object.entries(item)) {
    if (typeof value === 'object' && value !== null) continue;
    const part = Array.isArray(item) ? JSON.stringify(value) : `${key}: ${JSON.stringify(value)}`;
    parts.push(part);
    length += part.length;
    if (length > longestPreview) break;
  }
  return cut(parts.join(', '), longestPreview);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
