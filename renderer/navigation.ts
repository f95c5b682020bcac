import { type JobId, jobId } from '../shared/job.ts';
import { createStore, useStore } from './ui/store.ts';

/** Pages that the name alone tells. */
const plainPages = ['recipes', 'groups', 'service-cache', 'activity', 'console', 'settings'] as const;
const proxyTabs = ['proxies', 'tags', 'packages', 'gateways'] as const;
export type ProxyTab = (typeof proxyTabs)[number];
type PlainPage = (typeof plainPages)[number];

/** Where the user is. The hash of the window's address holds it, so that a reload comes back to it. */
export type Place =
  | { readonly page: 'profiles' }
  /** With a job its result is shown, else the list of jobs. */
  | { readonly page: 'jobs'; readonly jobId: JobId | null }
  /** Without a tab, the first one. */
  | { readonly page: 'proxies'; readonly tab?: ProxyTab }
  | { readonly page: PlainPage };

export type PageName = Place['page'];

/** Reads the hash of an address, for example `#/jobs/0f…`. Anything unknown is the profile list. */
function parseHash(hash: string): Place {
  const [, page, detail] = hash.split('/');
  const plainPage = plainPages.find((name) => name === page);
  if (plainPage) return { page: plainPage };
  if (page === 'proxies') {
    const tab = proxyTabs.find((name) => name === detail);
    return tab ? { page, tab } : { page };
  }
  if (page === 'jobs') {
    const parsed = jobId.safeParse(detail);
    return { page, jobId: parsed.success ? parsed.data : null };
  }
  return { page: 'profiles' };
}

/** The hash that `parseHash` reads back. */
export function toHash(place: Place): string {
  if (place.page === 'proxies' && place.tab) return `#/proxies/${place.tab}`;
  return place.page === 'jobs' && place.jobId ? `#/jobs/${place.jobId}` : `#/${place.page}`;
}

const here = createStore<Place>(parseHash(window.location.hash));
window.addEventListener('hashchange', () => here.set(parseHash(window.location.hash)));

/** Shows another page. */
export function goTo(place: Place): void {
  window.location.hash = toHash(place);
}

/** The page in view. */
export function usePlace(): Place {
  return useStore(here, (place) => place);
}
