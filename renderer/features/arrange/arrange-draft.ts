import {
  largestPixels,
  mostPerLine,
  mostScreens,
  type WindowArrangement,
  windowArrangement,
} from '../../../shared/arrange.ts';

/** The fields with a number. All but the screen count only where places and sizes are not left to ixBrowser. */
export const arrangeFields = [
  'screen',
  'startX',
  'startY',
  'width',
  'height',
  'gapX',
  'gapY',
  'perLine',
  'offsetX',
  'offsetY',
] as const;
export type ArrangeField = (typeof arrangeFields)[number];

/** What number fields hold while somebody types: text when it is no number. */
type Typed = number | string;

/** The arrangement while it is being chosen. */
export interface ArrangeDraft extends Readonly<Record<ArrangeField, Typed>> {
  readonly pattern: 'grid' | 'overlap';
  readonly isFitted: boolean;
}

/** The defaults of the Local API's documentation. */
export const defaultArrangement: ArrangeDraft = {
  pattern: 'grid',
  isFitted: true,
  screen: 0,
  startX: 10,
  startY: 10,
  width: 500,
  height: 500,
  gapX: 10,
  gapY: 10,
  perLine: 3,
  offsetX: 50,
  offsetY: 50,
};

const least: Partial<Record<ArrangeField, number>> = { width: 1, height: 1, perLine: 1 };
const most: Partial<Record<ArrangeField, number>> = { screen: mostScreens - 1, perLine: mostPerLine };

/** The whole numbers that a field takes, both inclusive. */
export function rangeOf(field: ArrangeField): { readonly least: number; readonly most: number } {
  return { least: least[field] ?? 0, most: most[field] ?? largestPixels };
}

/** The fields that have an effect in this arrangement, in the order in which they are asked for. */
export function listFields({ isFitted, pattern }: ArrangeDraft): readonly ArrangeField[] {
  if (isFitted) return ['screen'];
  const own = ['screen', 'startX', 'startY', 'width', 'height'] as const;
  return pattern === 'grid' ? [...own, 'gapX', 'gapY', 'perLine'] : [...own, 'offsetX', 'offsetY'];
}

/** Whether a field holds a whole number in its range. */
export function isFieldRight(draft: ArrangeDraft, field: ArrangeField): boolean {
  const value = draft[field];
  const range = rangeOf(field);
  return typeof value === 'number' && Number.isInteger(value) && value >= range.least && value <= range.most;
}

/** The arrangement of a draft; null while a field that has an effect is wrong. */
export function toArrangement(draft: ArrangeDraft): WindowArrangement | null {
  const fields = listFields(draft);
  const { screen, isFitted, pattern } = draft;
  const values = Object.fromEntries(fields.filter((field) => field !== 'screen').map((f) => [f, draft[f]]));
  const layout = isFitted ? { kind: 'fitted', pattern } : { kind: pattern, ...values };
  const parsed = windowArrangement.safeParse({ screen, layout });
  return parsed.success ? parsed.data : null;
}
