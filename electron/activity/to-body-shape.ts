import { secretPlaceholder } from '../../shared/console/secret-fields.ts';
import { redact } from '../support/redact.ts';

const longestText = 200;
const mostItems = 100;
const mostLevels = 8;

/**
 * A request body as it may be shown: secrets become placeholders, what looks like one inside other texts is hidden,
 * and long texts and lists are cut. The body itself is not changed.
 */
export function toBodyShape(body: object): Readonly<Record<string, unknown>> {
  return shape(body, '', mostLevels) as Readonly<Record<string, unknown>>;
}

function shape(value: unknown, name: string, levels: number): unknown {
  if (typeof value === 'object' && value !== null) {
    if (levels === 0) return '…';
    if (Array.isArray(value))
      return value.slice(0, mostItems).map((item: unknown) => shape(item, name, levels - 1));
    return Object.fromEntries(
      Object.entries(value).map(([key, content]) => [key, shape(content, key, levels - 1)]),
    );
  }
  if (value === '' || value === undefined || typeof value === 'boolean' || value === null) return value;
  const placeholder = secretPlaceholder([name]);
  if (placeholder !== null) return placeholder;
  if (typeof value !== 'string') return value;
  const safe = redact(value.slice(0, 4 * longestText));
  return safe.length > longestText ? `${safe.slice(0, longestText)}…` : safe;
}
