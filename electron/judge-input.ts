/** Why the page's input is not even looked at. */
export type InputFault = 'too_deep' | 'too_large' | 'not_plain';

/** The contract needs far less: the deepest input is the body of a console call. */
const maxDepth = 16;
/** A job of 100,000 profiles is the longest list. */
const maxValues = 500_000;
/** Cookies are the longest text: 4,000,000 characters. */
const maxCharacters = 8_000_000;

/**
 * Judges an input before any schema does, in time that the limits bound: structured cloning carries cycles, one object
 * at a thousand places, and buffers, each of which would keep a schema busy for ever. Null when it may be looked at.
 */
export function judgeInput(input: unknown): InputFault | null {
  let values = 0;
  let characters = 0;
  // A list of its own: recursion could overflow on the very input that is to be refused.
  const open: [value: unknown, depth: number][] = [[input, 0]];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const [value, depth] = entry;
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (typeof value === 'object' && value !== null) {
      if (depth >= maxDepth) return 'too_deep';
      const isList = Array.isArray(value);
      // By its tag, which objects of any realm have: buffers, maps, dates.
      if (!isList && Object.prototype.toString.call(value) !== '[object Object]') return 'not_plain';
      // A list may be long and empty.
      if (isList && value.length > maxValues) return 'too_large';
      const children: readonly unknown[] = isList ? value : Object.values(value);
      if (values + open.length + children.length > maxValues) return 'too_large';
      if (!isList) for (const name of Object.keys(value)) characters += name.length;
      for (const child of children) open.push([child, depth + 1]);
    }
    if (characters > maxCharacters) return 'too_large';
  }
  return null;
}
