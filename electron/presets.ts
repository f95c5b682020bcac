import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { savedForm, supplierLink } from '../shared/extraction/extraction-form.ts';
import { readLinkHints } from '../shared/extraction/link-hints.ts';
import { maskLink } from '../shared/extraction/mask-link.ts';
import {
  type HeldLink,
  longestPresetName,
  type OpenedPreset,
  type Preset,
  type PresetDraft,
  type PresetFile,
  type PresetId,
  type PresetList,
  presetFile,
  presetId,
  presetName,
} from '../shared/extraction/preset.ts';
import type { SecretRef } from '../shared/proxy-target.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { hostOfLink } from './extraction/host-of-link.ts';
import { failForFile } from './file-failure.ts';
import type { LinkVault } from './link-vault.ts';
import type { SecretStore } from './secret-store.ts';

/** The presets of this computer. What is written fails with `file_failed`; then nothing of it holds. */
export interface Presets {
  list(): PresetList;
  /**
   * Stores a form and its link: encrypted, or in memory where there is no key store. Fails with `not_found` when it
   * names a preset or a link that is not there, with `invalid_input` (`detail` is `name`) when the name is taken.
   */
  save(draft: PresetDraft): Result<Preset>;
  /** Fails with `not_found`, and with `invalid_input` (`detail` is `name`) when the name is taken. */
  rename(id: PresetId, name: string): Result<Preset>;
  /** Deleting what is not there changes nothing. */
  delete(id: PresetId): Result<{ readonly id: PresetId }>;
  /** Opens the link for tests and jobs under a new reference. Fails with `not_found`. */
  use(id: PresetId): Result<OpenedPreset>;
  /** The content of an exported file: it holds nothing of the link. Null when there is no such preset. */
  toFile(id: PresetId): PresetFile | null;
  /**
   * Stores what an exported file holds under a free name. Fails with `invalid_input`, `detail` names the first
   * field that does not fit.
   */
  readFile(text: string): Result<Preset>;
}

/** Largest preset file that is read, in bytes. */
export const largestPresetFile = 64 * 1024;

const storedPreset = z.object({
  id: presetId,
  name: presetName,
  form: savedForm,
  maskedLink: z.string().max(4_000).nullable(),
  /** Base64; null where the link was kept in memory only, or never was there. */
  encryptedLink: z.string().max(16_000).nullable(),
});
type StoredPreset = z.infer<typeof storedPreset>;
type StoredPresets = ReadonlyMap<PresetId, StoredPreset>;

const storedFile = z.object({ version: z.literal(1), presets: z.array(z.unknown()) });

/**
 * Opens `link-presets.json` in `folder`. A file that cannot be read is moved to `link-presets.corrupt-<time>.json`; a
 * preset that does not fit costs that preset only. `now` gives epoch milliseconds.
 */
export function openPresets(
  folder: string,
  vault: LinkVault,
  secrets: SecretStore,
  now: () => number = Date.now,
): Presets {
  const file = path.join(folder, 'link-presets.json');
  const read = readStored(file, now);
  const { setAside } = read;
  let presets = read.presets;
  /** Links for which there is no key store. */
  const sessionLinks = new Map<PresetId, string>();

  function store(next: StoredPresets): Result<null> {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
      const content = JSON.stringify({ version: 1, presets: [...next.values()] }, null, 2);
      writeFileAtomic.sync(file, `${content}\n`, { mode: 0o600 });
    } catch (error) {
      return failForFile('The presets could not be saved.', error);
    }
    presets = next;
    return succeed(null);
  }

  function put(preset: StoredPreset): Result<Preset> {
    const stored = store(new Map([...presets, [preset.id, preset]]));
    return stored.ok ? succeed(toPreset(preset)) : stored;
  }

  function toPreset({ id, name, form, maskedLink, encryptedLink }: StoredPreset): Preset {
    const isStored = encryptedLink !== null && vault.canStore();
    const linkState = isStored ? 'stored' : sessionLinks.has(id) ? 'session' : 'missing';
    return { id, name, form, maskedLink, linkState };
  }

  function findLink(source: PresetDraft['link']): string | null {
    if (typeof source === 'string') return source;
    const secret = secrets.find(source.ref);
    return secret?.kind === 'link' ? secret.url : null;
  }

  function isTaken(name: string, id: PresetId | null): boolean {
    return [...presets.values()].some((each) => each.id !== id && toKey(each.name) === toKey(name));
  }

  return {
    list: () => ({
      presets: [...presets.values()].map(toPreset).toSorted((a, b) => a.name.localeCompare(b.name)),
      hasKeyStore: vault.canStore(),
      setAside,
    }),
    save({ id: given, name, form, link: source }) {
      if (given !== null && !presets.has(given)) return fail('not_found', 'There is no such preset.');
      if (isTaken(name, given)) return fail('invalid_input', 'The name is taken.', { detail: 'name' });
      const link = findLink(source);
      if (link === null) return fail('not_found', 'The link is not held any more.');
      const id = given ?? presetId.parse(randomUUID());
      const encryptedLink = vault.encrypt(link);
      const before = sessionLinks.get(id);
      if (encryptedLink === null) sessionLinks.set(id, link);
      else sessionLinks.delete(id);
      const stored = put({ id, name, form, maskedLink: maskLink(link), encryptedLink });
      if (!stored.ok) {
        sessionLinks.delete(id);
        if (before !== undefined) sessionLinks.set(id, before);
      }
      return stored;
    },
    rename(id, name) {
      const preset = presets.get(id);
      if (preset === undefined) return fail('not_found', 'There is no such preset.');
      if (isTaken(name, id)) return fail('invalid_input', 'The name is taken.', { detail: 'name' });
      return put({ ...preset, name });
    },
    delete(id) {
      const stored = store(new Map([...presets].filter(([key]) => key !== id)));
      if (!stored.ok) return stored;
      sessionLinks.delete(id);
      return succeed({ id });
    },
    use(id) {
      const preset = presets.get(id);
      if (preset === undefined) return fail('not_found', 'There is no such preset.');
      const { encryptedLink } = preset;
      const opened = encryptedLink === null ? (sessionLinks.get(id) ?? null) : vault.decrypt(encryptedLink);
      const link = supplierLink.safeParse(opened);
      if (!link.success)
        return succeed({ preset: { ...toPreset(preset), linkState: 'missing' }, link: null });
      const ref = secrets.keep(null, { kind: 'link', url: link.data });
      return succeed({ preset: toPreset(preset), link: toHeldLink(ref, link.data) });
    },
    toFile(id) {
      const preset = presets.get(id);
      if (preset === undefined) return null;
      const { name, form } = preset;
      return { format: 'profile-panel-link-preset', version: 1, name, form };
    },
    readFile(text) {
      const parsed = parseFile(text);
      if (!parsed.ok) return parsed;
      const { name: wanted, form } = parsed.value;
      let name = wanted;
      for (let number = 2; isTaken(name, null); number += 1) {
        const mark = ` (${number})`;
        name = `${wanted.slice(0, longestPresetName - mark.length)}${mark}`;
      }
      return put({ id: presetId.parse(randomUUID()), name, form, maskedLink: null, encryptedLink: null });
    },
  };
}

function toHeldLink(ref: SecretRef, link: string): HeldLink {
  return {
    ref,
    host: hostOfLink(link),
    masked: maskLink(link),
    hints: readLinkHints(link),
  };
}

function toKey(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase();
}

function parseFile(text: string): Result<PresetFile> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Any text can be chosen in the dialog.
    return fail('invalid_input', 'The file is not JSON.', { detail: 'file' });
  }
  const parsed = presetFile.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  return fail('invalid_input', 'The file is not a preset.', {
    detail: parsed.error.issues[0]?.path.join('.') || 'file',
  });
}

function readStored(
  file: string,
  now: () => number,
): { readonly presets: StoredPresets; readonly setAside: string | null } {
  if (!fs.existsSync(file)) return { presets: new Map(), setAside: null };
  try {
    const { presets } = storedFile.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
    const readable = presets.flatMap((entry) => storedPreset.safeParse(entry).data ?? []);
    return { presets: new Map(readable.map((preset) => [preset.id, preset])), setAside: null };
  } catch {
    // Unreadable or not JSON: kept for its owner, and out of the way.
    const moved = file.replace(/\.json$/, `.corrupt-${now()}.json`);
    fs.renameSync(file, moved);
    return { presets: new Map(), setAside: path.basename(moved) };
  }
}
