import type { ExtractionForm } from '../../../shared/extraction/extraction-form.ts';
import { type LinkHints, readLinkHints } from '../../../shared/extraction/link-hints.ts';
import {
  findEqualLinks,
  findPlaceholders,
  type PlaceholderValues,
  previewLinks,
} from '../../../shared/extraction/link-template.ts';
import { parseLink } from '../../../shared/extraction/parse-link.ts';
import type { ProfileProxy, ProfileRow } from '../../../shared/profile.ts';

/** A proxy that some of the profiles have now, as far as ixBrowser lists it. */
export interface PresentProxy {
  readonly kind: 'none' | 'custom' | 'residential' | 'static' | 'link' | 'unknown';
  readonly type: string | null;
  /** Of a link: its host. */
  readonly host: string | null;
  readonly count: number;
}

export interface ReviewFacts {
  /** Most frequent first. */
  readonly present: readonly PresentProxy[];
  /** Profiles that show the very type and host already. Their keys, format and method are not listed. */
  readonly sameHost: number;
  /** Profiles without a proxy: what they have now is fully known. */
  readonly direct: number;
  /** Masked links of the first five profiles; empty when the link holds no placeholder. */
  readonly links: readonly string[];
  /** Profiles that would get the same link as one before them, although the link holds placeholders. */
  readonly equalLinks: number;
  readonly perRequest: LinkHints['perRequest'];
}

/** What a person should know before the form is applied to the profiles. */
export function readReviewFacts(
  form: ExtractionForm,
  profiles: readonly ProfileRow[],
  hints: LinkHints = readLinkHints(form.link),
): ReviewFacts {
  const parsed = parseLink(form.link);
  const host = parsed.ok ? parsed.link.host : null;
  const isTemplate = findPlaceholders(form.link).length > 0;
  const values = isTemplate ? profiles.map(toValues) : [];
  const equal = findEqualLinks(form.link, values);
  const present = new Map<string, PresentProxy>();
  for (const { proxy } of profiles) {
    const each = toPresentProxy(proxy);
    const key = `${each.kind} ${each.type ?? ''} ${each.host ?? ''}`;
    present.set(key, { ...each, count: (present.get(key)?.count ?? 0) + 1 });
  }
  return {
    present: [...present.values()].toSorted((a, b) => b.count - a.count),
    sameHost: profiles.filter(
      ({ proxy }) => proxy.mode === 4 && proxy.type === form.proxyType && proxy.host === host,
    ).length,
    direct: profiles.filter(({ proxy }) => toPresentProxy(proxy).kind === 'none').length,
    links: isTemplate ? previewLinks(form.link, values) : [],
    equalLinks: equal.reduce((sum, group) => sum + group.length - 1, 0),
    perRequest: hints.perRequest,
  };
}

function toPresentProxy({ mode, type, host }: ProfileProxy): Omit<PresentProxy, 'count'> {
  switch (mode) {
    case 1:
      return { kind: 'residential', type: null, host: null };
    case 2:
      return type === null || type === 'direct'
        ? { kind: 'none', type: null, host: null }
        : { kind: 'custom', type, host: null };
    case 3:
      return { kind: 'static', type: null, host: null };
    case 4:
      return { kind: 'link', type: null, host };
    case null:
      return { kind: 'unknown', type: null, host: null };
  }
}

/** For the preview; the run draws random characters of its own, which are unlikely to be equal. */
function toValues({ id, name, groupName }: ProfileRow, index: number): PlaceholderValues {
  return { profileId: id, name, group: groupName, random8: `random${String(index + 1).padStart(2, '0')}` };
}
