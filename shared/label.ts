import { z } from 'zod';

/** What has nothing but a name: groups and tags of profiles, tags of proxies. */
export const labelKind = z.enum(['group', 'tag', 'proxy_tag']);
export type LabelKind = z.infer<typeof labelKind>;

/** One group or tag. No list tells the sort position of a group. */
export interface Label {
  readonly id: number;
  readonly title: string;
}

/** No longest name is documented; the limit keeps pasted files out. */
export const longestLabel = 100;
/** Largest position among the groups that the panel sends; none is documented. */
export const largestSort = 99_999;

const labelFields = {
  kind: labelKind,
  title: z.string().trim().min(1).max(longestLabel),
  /** Position among the groups. Null leaves it as it is, and for a new group means 0. Ignored for tags. */
  sort: z.int().min(0).max(largestSort).nullable(),
};

export const labelDraft = z.strictObject(labelFields);
export type LabelDraft = z.infer<typeof labelDraft>;

export const labelChange = z.strictObject({ id: z.int().positive(), ...labelFields });
export type LabelChange = z.infer<typeof labelChange>;

export const oneLabel = z.strictObject({ kind: labelKind, id: z.int().positive() });
