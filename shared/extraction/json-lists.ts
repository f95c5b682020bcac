/** Objects of a JSON reply that stand at the same place: the items of a list, or one single object. */
export interface JsonList {
  /** Such as `data.list[]`; `[]` for a list without a name, empty text for the reply itself. */
  readonly path: string;
  readonly isList: boolean;
  /** Levels above: 1 for `data[]` and for the reply's own list. */
  readonly depth: number;
  readonly items: readonly unknown[];
}

/** Deepest level that is looked at. */
export const maxJsonDepth = 24;

export interface JsonLists {
  /** In the order of the reply. */
  readonly lists: readonly JsonList[];
  readonly isCut: boolean;
}

interface OpenNode {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
  /** Inside the item of a list: such objects are reached by paths of the mapping, not as lists of their own. */
  readonly isInItem: boolean;
}

/** Finds every list that holds objects or arrays, and every single object outside lists. It never recurses. */
export function findJsonLists(root: unknown): JsonLists {
  const found = new Map<string, { isList: boolean; depth: number; items: unknown[] }>();
  let isCut = false;
  const add = ({ path, depth }: OpenNode, isList: boolean, item: unknown) => {
    const known = found.get(path);
    if (known === undefined) found.set(path, { isList, depth, items: [item] });
    else known.items.push(item);
  };
  const open: OpenNode[] = [{ value: root, path: '', depth: 0, isInItem: false }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { value, path, depth, isInItem } = node;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= maxJsonDepth) {
      isCut = true;
      continue;
    }
    const children: OpenNode[] = [];
    if (Array.isArray(value)) {
      const list = { value, path: `${path}[]`, depth, isInItem };
      const isListOfRecords = value.some((item) => typeof item === 'object' && item !== null);
      for (const item of isListOfRecords ? value : []) {
        add(list, true, item);
        children.push({ value: item, path: list.path, depth: depth + 1, isInItem: true });
      }
    } else {
      if (!isInItem) add(node, false, value);
      for (const [key, child] of Object.entries(value))
        children.push({
          value: child,
          path: path === '' ? key : `${path}.${key}`,
          depth: depth + 1,
          isInItem,
        });
    }
    for (const child of children.reverse()) open.push(child);
  }
  const lists = [...found].map(([path, list]) => ({ path, ...list }));
  return { lists, isCut };
}
