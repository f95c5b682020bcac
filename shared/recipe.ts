import { z } from 'zod';
import { repeatableOperation } from './operation.ts';

/** A job to be run again and again: which profiles, what to do with them, and the words for whoever runs it. */

export const recipeId = z.uuid().brand<'RecipeId'>();
export type RecipeId = z.infer<typeof recipeId>;

const texts = z.array(z.string().max(200)).max(200);

/** Filter of the profile list. Within one part any value fits, and every part must fit; empty parts fit all. */
const recipeFilter = z.strictObject({
  search: z.string().max(200),
  groups: texts,
  tags: texts,
  proxyModes: z.array(z.literal([1, 2, 3, 4])).max(4),
  openKinds: z.array(z.enum(['here', 'elsewhere', 'closed'])).max(3),
});
export type RecipeFilter = z.infer<typeof recipeFilter>;

const content = {
  title: z.string().trim().min(1).max(80),
  /** One sentence that says what happens, for those who press the button. */
  sentence: z.string().trim().max(300),
  filter: recipeFilter,
  /** A proxy's secret is never part of it: `secret` of a proxy is a reference that no longer leads anywhere. */
  operation: repeatableOperation,
  options: z.strictObject({ closeOpened: z.boolean() }),
  limits: z.strictObject({
    /** It is not started for more profiles than that; null for no limit. */
    mostProfiles: z.int().min(1).max(100_000).nullable(),
  }),
} as const;

/** What the user writes; a recipe without `id` is a new one. */
export const recipeDraft = z.strictObject({ id: recipeId.nullable(), ...content });
export type RecipeDraft = z.infer<typeof recipeDraft>;

/** A stored recipe, and the content of an exported file. */
export const recipe = z.strictObject({
  format: z.literal('profile-panel-recipe'),
  version: z.literal(1),
  id: recipeId,
  ...content,
  /** Epoch milliseconds. */
  changedAt: z.int().min(0),
});
export type Recipe = z.infer<typeof recipe>;

/** Parts in which two recipes can differ. */
export type RecipePart = keyof typeof content;

/** A recipe file that was read and waits for the user's word. */
export interface RecipeImport {
  /** Names the waiting file in `recipes.confirmImport`. */
  readonly importId: string;
  readonly fileName: string;
  readonly recipe: Recipe;
  /** The recipe of the same id that it would replace; null when it is new. */
  readonly replaces: Recipe | null;
  /** The parts that would change; all of them when it is new. */
  readonly differences: readonly RecipePart[];
}
