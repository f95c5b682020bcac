import { maskLink } from './mask-link.ts';

/** What a link may hold in braces. */
export const placeholders = ['profile_id', 'name', 'group', 'random8'] as const;
type Placeholder = (typeof placeholders)[number];

/** What the placeholders stand for in the link of one profile. */
export interface PlaceholderValues {
  readonly profileId: number;
  readonly name: string;
  readonly group: string;
  /** Eight letters and digits, drawn anew for every link: see `drawRandom8`. */
  readonly random8: string;
}

const braces = /\{([^{}]{0,40})\}/g;

/** Puts a profile's values, URL-encoded, into a link template. Unknown placeholders stay as they are. */
export function expandLink(template: string, values: PlaceholderValues): string {
  const texts: Readonly<Record<Placeholder, string>> = {
    profile_id: String(values.profileId),
    name: values.name,
    group: values.group,
    random8: values.random8,
  };
  return template.replace(braces, (whole, name: string) =>
    isPlaceholder(name) ? encodePart(texts[name]) : whole,
  );
}

/** The known placeholders of a template, each once, in their order. */
export function findPlaceholders(template: string): readonly Placeholder[] {
  return [...new Set([...template.matchAll(braces)].map((match) => match[1] ?? ''))].filter(isPlaceholder);
}

/** What stands in braces and is no placeholder, each once; a brace without its partner counts as `{` or `}`. */
export function findUnknownPlaceholders(template: string): readonly string[] {
  const unknown = [...template.matchAll(braces)]
    .map((match) => match[1] ?? '')
    .filter((name) => !isPlaceholder(name));
  const stray = template.replace(braces, '').match(/[{}]/g) ?? [];
  return [...new Set([...unknown, ...stray])];
}

/** Eight characters of a-z and 0-9. `random` gives numbers from 0 up to but not including 1. */
export function drawRandom8(random: () => number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 8 }, () => letters[Math.floor(random() * letters.length)] ?? 'a').join('');
}

/** Links of some profiles for the eye: what was filled in is readable, everything else masked as in `maskLink`. */
export function previewLinks(
  template: string,
  profiles: readonly PlaceholderValues[],
  limit = 5,
): readonly string[] {
  const masked = maskLink(template);
  return profiles.slice(0, limit).map((values) => expandLink(masked, values));
}

/** Profiles that would get the very same link, in groups of two and more. One group of all without placeholders. */
export function findEqualLinks(
  template: string,
  profiles: readonly PlaceholderValues[],
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const values of profiles) {
    const link = expandLink(template, values);
    const group = groups.get(link);
    if (group === undefined) groups.set(link, [values.profileId]);
    else group.push(values.profileId);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

/** A lone half of a surrogate pair cannot be encoded and becomes U+FFFD. */
function encodePart(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
