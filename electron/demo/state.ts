import { Counter } from './counter.ts';
import type {
  CookieRecord,
  NamedRecord,
  OpeningRecord,
  ProfileRecord,
  ProxyRecord,
  SavedProxyRecord,
  TrafficPackageRecord,
  TransferRecord,
} from './records.ts';
import { Store } from './store.ts';

/** Id of the group that always exists. */
export const defaultGroupId = 1;

/** Everything one account owns. Each change keeps the usage counts in step. */
export class DemoState {
  readonly account: string;
  readonly profiles = new Store<ProfileRecord>();
  readonly groups = new Store<NamedRecord>();
  readonly tags = new Store<NamedRecord>();
  readonly proxyTags = new Store<NamedRecord>();
  readonly proxies = new Store<SavedProxyRecord>();
  readonly packages = new Store<TrafficPackageRecord>();
  readonly gateways = new Store<NamedRecord>();
  readonly transfers = new Store<TransferRecord>();
  /** Profiles of other accounts waiting to be imported, by code. */
  readonly foreignTransfers = new Map<
    string,
    { readonly transfer: TransferRecord; readonly profile: ProfileRecord }
  >();
  readonly recycleBin = new Map<number, ProfileRecord>();
  readonly openings = new Map<number, OpeningRecord>();
  readonly names = new Counter<string>();
  readonly tagUse = new Counter<number>();
  readonly groupUse = new Counter<number>();
  readonly proxyUse = new Counter<number>();
  readonly proxyTagUse = new Counter<number>();
  readonly hidden = new Set<ProfileRecord>();
  activeGatewayId = 1;

  /** `account` is the mail address that the client is signed in with. */
  constructor(account: string) {
    this.account = account;
  }

  addProfile(profile: ProfileRecord): void {
    this.profiles.add(profile);
    this.#count(profile, 1);
    if (profile.hiddenListReads > 0) this.hidden.add(profile);
  }

  /** Takes a profile out of the list; it is closed with that. */
  removeProfile(profile: ProfileRecord, keepInBin: boolean): void {
    this.profiles.remove(profile.id);
    this.openings.delete(profile.id);
    this.hidden.delete(profile);
    this.#count(profile, -1);
    if (keepInBin) this.recycleBin.set(profile.id, profile);
  }

  /** Changes a profile through a function, so that names, tags, groups and proxies stay counted. */
  changeProfile(profile: ProfileRecord, change: (profile: ProfileRecord) => void): void {
    const oldId = profile.id;
    this.#count(profile, -1);
    change(profile);
    this.#count(profile, 1);
    if (profile.id === oldId) return;
    this.profiles.renumber(oldId, profile);
    const opening = this.openings.get(oldId);
    if (opening !== undefined) {
      this.openings.delete(oldId);
      this.openings.set(profile.id, { ...opening, profileId: profile.id });
    }
  }

  addProxy(proxy: SavedProxyRecord): void {
    this.proxies.add(proxy);
    for (const tagId of proxy.tagIds) this.proxyTagUse.add(tagId);
  }

  changeProxy(proxy: SavedProxyRecord, change: (proxy: SavedProxyRecord) => void): void {
    for (const tagId of proxy.tagIds) this.proxyTagUse.add(tagId, -1);
    change(proxy);
    for (const tagId of proxy.tagIds) this.proxyTagUse.add(tagId);
  }

  removeProxy(proxy: SavedProxyRecord): void {
    this.proxies.remove(proxy.id);
    for (const tagId of proxy.tagIds) this.proxyTagUse.add(tagId, -1);
  }

  /** One more request of the list has passed: late copies come nearer to showing up. */
  countListRead(): void {
    for (const profile of this.hidden) {
      profile.hiddenListReads -= 1;
      if (profile.hiddenListReads <= 0) this.hidden.delete(profile);
    }
  }

  /** The cookies of a profile; the seeded ones are made when first asked for. */
  cookiesOf(profile: ProfileRecord): readonly CookieRecord[] {
    profile.cookies ??= [makeCookie(profile)];
    return profile.cookies;
  }

  #count(profile: ProfileRecord, amount: number): void {
    this.names.add(profile.name, amount);
    this.groupUse.add(profile.groupId, amount);
    for (const tagId of profile.tagIds) this.tagUse.add(tagId, amount);
    const proxyId = savedProxyId(profile.proxy);
    if (proxyId !== undefined) this.proxyUse.add(proxyId, amount);
  }
}

/** Id of the saved or purchased proxy a profile uses; traffic packages have ids of their own. */
function savedProxyId(proxy: ProxyRecord): number | undefined {
  return proxy.mode === 2 || proxy.mode === 3 ? proxy.id : undefined;
}

function makeCookie(profile: ProfileRecord): CookieRecord {
  return {
    creation_time: '1735689600',
    domain: '.example.com',
    name: 'sid',
    value: profile.cachePath.slice(0, 16),
    path: '/',
    expiration_time: '1893456000',
    last_access_time: '1735689600',
    secure: true,
    http_only: true,
    same_site: '-1',
    priority: '1',
    same_party: false,
    source_scheme: '2',
    source_port: '443',
    is_host_cookie: false,
  };
}
