/** JSON text read, or the place (line and column from 1) where it stops being JSON. */
export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly column: number };

const text = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blank = /[ \t\r\n]*/y;

/** Reads JSON as `JSON.parse` does; its message names the place of a fault in some cases only, this one always. */
export function parseJsonText(source: string): JsonReading {
  try {
    return { ok: true, value: JSON.parse(source) as unknown };
  } catch {
    // What the parser says differs between versions: the place is found here.
    const before = source.slice(0, findFault(source)).split('\n');
    return { ok: false, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
}

type Expected = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end' | 'nothing';

/** Offset of the first character that cannot stand where it stands; the length when the end comes too early. */
function findFault(source: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
  for (;;) {
    take(blank);
    const char = source[at];
    if (char === undefined || expected === 'nothing') return at;
    const isEnd = char === (open.at(-1) === '{' ? '}' : ']') && open.length > 0;
    if (isEnd && expected.endsWith('or end')) {
      open.pop();
      at += 1;
      expected = afterValue();
    } else if (expected === 'comma or end') {
      if (char !== ',') return at;
      at += 1;
      expected = open.at(-1) === '{' ? 'name' : 'value';
    } else if (expected === 'colon') {
      if (char !== ':') return at;
      at += 1;
      expected = 'value';
    } else if (expected.startsWith('name')) {
      if (!take(text)) return at;
      expected = 'colon';
    } else if (char === '{' || char === '[') {
      open.push(char);
      at += 1;
      expected = char === '{' ? 'name or end' : 'value or end';
    } else {
      if (!take(text) && !take(plain)) return at;
      expected = afterValue();
    }
  }
}
