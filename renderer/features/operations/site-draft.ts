import { ownSiteId, type StartableOperation, siteIds, siteUrl } from '../../../shared/operation.ts';

type Site = Extract<StartableOperation, { kind: 'copy' }>['site'];

/** The choice of a start page while it is being made. */
export interface SiteDraft {
  /** Number of the site as text; null leaves it to ixBrowser. */
  readonly siteId: string | null;
  /** Address as typed; counts for a site of one's own only. */
  readonly url: string;
}

/** The choice that a copy began with before. */
export function toSiteDraft(site: Site): SiteDraft {
  return { siteId: site && String(site.siteId), url: site?.siteUrl ?? '' };
}

/** Whether the draft is of a site that needs an address. */
export function needsAddress({ siteId }: SiteDraft): boolean {
  return siteId === String(ownSiteId);
}

/** `empty` while the address is still to be written, `wrong` when it is not one; null when the draft is complete. */
export function findSiteFault(draft: SiteDraft): 'empty' | 'wrong' | null {
  if (!needsAddress(draft)) return null;
  const url = draft.url.trim();
  if (url === '') return 'empty';
  return siteUrl.safeParse(url).success ? null : 'wrong';
}

/** The site of a complete draft. */
export function toSite(draft: SiteDraft): Site {
  const siteId = siteIds.find((id) => String(id) === draft.siteId);
  if (siteId === undefined) return null;
  return { siteId, siteUrl: needsAddress(draft) ? draft.url.trim() : null };
}
