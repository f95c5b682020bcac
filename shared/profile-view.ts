import { z } from 'zod';
import { profileId } from './profile.ts';

/** What the profile grid shows and how: remembered by the main process, and saved under a name as a view. */

const texts = z.array(z.string().max(200)).max(200);

/** Filters on one click. Every chosen one must fit. */
export const quickFilters = ['openNow', 'noProxy', 'neverOpened', 'failedLast'] as const;
export type QuickFilter = (typeof quickFilters)[number];

const listFilter = z.strictObject({
  search: z.string().max(200),
  groups: texts,
  tags: texts,
  proxyModes: z.array(z.literal([1, 2, 3, 4])).max(4),
  openKinds: z.array(z.enum(['here', 'elsewhere', 'closed'])).max(3),
  quick: z.array(z.enum(quickFilters)).max(quickFilters.length),
});

/** Bounds of a column's width, in pixels. */
export const columnWidths = { least: 48, most: 1_200 } as const;

const columnState = z.strictObject({
  /** A column that this version does not know is kept and not shown. */
  key: z.string().min(1).max(40),
  /** Pixels; null for the column's own width. */
  width: z.int().min(columnWidths.least).max(columnWidths.most).nullable(),
  isHidden: z.boolean(),
  isPinned: z.boolean(),
});
/** How one column stands in the grid. */
export type ColumnState = z.infer<typeof columnState>;

const content = {
  filter: listFilter,
  /** Null for the order of ixBrowser. */
  sort: z
    .strictObject({ key: z.string().max(40), direction: z.enum(['ascending', 'descending']) })
    .nullable(),
  /** From left to right; columns that are missing here follow in their own order. */
  columns: z.array(columnState).max(60),
  /** Rows stand under a heading for each group. */
  isGrouped: z.boolean(),
} as const;

export const viewId = z.uuid().brand<'ViewId'>();
export type ViewId = z.infer<typeof viewId>;

const viewName = z.string().trim().min(1).max(60);

/** A view as it is saved; without `id` it is a new one. */
export const viewDraft = z.strictObject({ id: viewId.nullable(), name: viewName, ...content });
export type ViewDraft = z.infer<typeof viewDraft>;

/** A saved view, and the content of an exported file. */
export const savedView = z.strictObject({
  format: z.literal('profile-panel-view'),
  version: z.literal(1),
  id: viewId,
  name: viewName,
  ...content,
  /** Epoch milliseconds. */
  changedAt: z.int().min(0),
});
export type SavedView = z.infer<typeof savedView>;

/** What the window finds again at the next start. The search is not among it: it belongs to the moment. */
export const viewMemory = z.strictObject({
  ...content,
  /** The saved view that was chosen last. */
  viewId: viewId.nullable(),
  /** The profile whose details are open. */
  detailsOf: profileId.nullable(),
});
export type ViewMemory = z.infer<typeof viewMemory>;

export const defaultViewMemory: ViewMemory = {
  filter: { search: '', groups: [], tags: [], proxyModes: [], openKinds: [], quick: [] },
  sort: null,
  columns: [],
  isGrouped: false,
  viewId: null,
  detailsOf: null,
};

/** A change of some parts of the memory. */
export const viewMemoryPatch = viewMemory.partial();
export type ViewMemoryPatch = z.infer<typeof viewMemoryPatch>;

/** Everything that is remembered about the grid. */
export interface RememberedViews {
  readonly memory: ViewMemory;
  /** By name. */
  readonly saved: readonly SavedView[];
  /** Parts that could not be read and are as at the first start; `saved` stands for saved views. */
  readonly repaired: readonly string[];
}
