import type { BodyPath } from './form-model.ts';

type Body = Readonly<Record<string, unknown>>;

/** What a body holds at a path; undefined when there is nothing. */
export function valueAt(body: unknown, path: BodyPath): unknown {
  let value = body;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The body with another value at a path. Objects that are missing on the way are made. */
export function setAt(body: Body, path: BodyPath, value: unknown): Body {
  return change(body, path, () => value) as Body;
}

/** The body without a field, or without a row of a list. */
export function removeAt(body: Body, path: BodyPath): Body {
  const name = path.at(-1);
  return change(body, path.slice(0, -1), (parent) => {
    if (Array.isArray(parent)) return parent.filter((_, index) => index !== name);
    return Object.fromEntries(Object.entries(parent ?? {}).filter(([each]) => each !== name));
  }) as Body;
}

/** The body with a row of a list moved by so many places; unchanged where there is no such place. */
export function moveAt(body: Body, path: BodyPath, by: number): Body {
  const from = Number(path.at(-1));
  return change(body, path.slice(0, -1), (list) => {
    if (!Array.isArray(list) || from + by < 0 || from + by >= list.length) return list;
    const moved = [...list];
    moved.splice(from + by, 0, ...moved.splice(from, 1));
    return moved;
  }) as Body;
}

/** The body with a row of a list replaced by several. */
export function replaceRow(body: Body, path: BodyPath, rows: readonly unknown[]): Body {
  const at = Number(path.at(-1));
  return change(body, path.slice(0, -1), (list) =>
    Array.isArray(list) ? [...list.slice(0, at), ...rows, ...list.slice(at + 1)] : list,
  ) as Body;
}

function change(value: unknown, path: BodyPath, edit: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return edit(value);
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? change(item, rest, edit) : item));
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const changed = change(fields.find(([name]) => name === step)?.[1], rest, edit);
  // From entries, so that a field may have any name, `__proto__` included; a known field keeps its place.
  if (!fields.some(([name]) => name === step)) return Object.fromEntries([...fields, [step, changed]]);
  return Object.fromEntries(fields.map(([name, each]) => [name, name === step ? changed : each]));
}
