import { z } from 'zod';
import { secretRef } from '../proxy-target.ts';
import { savedForm, supplierLink } from './extraction-form.ts';
import type { LinkHints } from './link-hints.ts';

/** A form for proxies from a link under a name, to be used again. Its link never reaches the window in clear. */

export const presetId = z.uuid().brand<'PresetId'>();
export type PresetId = z.infer<typeof presetId>;

/** Longest name, in characters. */
export const longestPresetName = 80;
export const presetName = z.string().trim().min(1).max(longestPresetName);

/** A link as it was typed, or one that the main process holds already. */
export const linkSource = z.union([supplierLink, z.strictObject({ ref: secretRef })]);

/** What is saved; without `id` it is a new preset. Name and form of an existing one are replaced. */
export const presetDraft = z.strictObject({
  id: presetId.nullable(),
  name: presetName,
  form: savedForm,
  link: linkSource,
});
export type PresetDraft = z.infer<typeof presetDraft>;

/** The content of an exported file: the form without its link. */
export const presetFile = z.strictObject({
  format: z.literal('profile-panel-link-preset'),
  version: z.literal(1),
  name: presetName,
  form: savedForm,
});
export type PresetFile = z.infer<typeof presetFile>;

/** A preset as it is listed. */
export interface Preset extends Pick<PresetFile, 'name' | 'form'> {
  readonly id: PresetId;
  /** As `maskLink` gives it; null for a preset that came without a link. */
  readonly maskedLink: string | null;
  /**
   * `stored`: encrypted on the disk. `session`: in memory until the app ends, because there is no key store.
   * `missing`: never there, gone with an earlier run, or the key store does not open it.
   */
  readonly linkState: 'stored' | 'session' | 'missing';
}

export interface PresetList {
  /** By name. */
  readonly presets: readonly Preset[];
  /** Whether the operating system has a key store that encrypts links; without it they are kept for the session. */
  readonly hasKeyStore: boolean;
  /** Name of the file to which a damaged one was moved at the start; null when nothing was damaged. */
  readonly setAside: string | null;
}

/** A link that the main process holds: what may be shown of it, and what stands for it in tests and jobs. */
export interface HeldLink {
  readonly ref: z.infer<typeof secretRef>;
  readonly host: string;
  /** As `maskLink` gives it: placeholders are readable. */
  readonly masked: string;
  readonly hints: LinkHints;
}

/** A preset to fill the form with. `link` is null where it is missing. */
export interface OpenedPreset {
  readonly preset: Preset;
  readonly link: HeldLink | null;
}
