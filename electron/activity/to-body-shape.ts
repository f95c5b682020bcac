import { secretPlaceholder } from '../../shared/console/secret-fields.ts';
import { redact } from '../support/redact.ts';

const longestText = 200;
const mostItems = 100;
const mostLevels = 8;
/** Values of one body, so that 10,000 of them stay small whatever was sent. */
const mostValues = 500;

/**
 * A request body as it may be shown: secrets become placeholders, what looks like one inside other texts is hidden,
 * and long texts and lists are cut. The body itself is not changed.
 */
export function toBodyShape(body: object): Readonly<Record<string, unknown>> {
  const room = { values: mostValues };
  return shape(body, [], room) as Readonly<Record<string, unknown>>;
}

function shape(value: unknown, path: readonly string[], room: { values: number }): unknown {
  room.values -= 1;
  if (value === '' || value === undefined || typeof value === 'boolean' || value === null) return value;
  // What is inside something secret is secret: cookies may come as a list of objects.
  const placeholder = secretPlaceholder(path);
  if (placeholder !== null) return placeholder;
  if (typeof value === 'object') {
    if (path.length >= mostLevels) return '…';
    // Items keep the name of their list and count as a level.
    if (Array.isArray(value))
      return take(value, room).map((item) => shape(item, [...path, path.at(-1) ?? ''], room));
    return Object.fromEntries(
      take(Object.entries(value), room).map(([key, content]) => [
        cut(redact(key.slice(0, 4 * longestText))),
        shape(content, [...path, key], room),
      ]),
    );
  }
  return typeof value === 'string' ? cut(redact(value.slice(0, 4 * longestText))) : value;
}

function take<T>(items: readonly T[], room: { readonly values: number }): readonly T[] {
  return items.slice(0, Math.max(0, Math.min(mostItems, room.values)));
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
