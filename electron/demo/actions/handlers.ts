import type { ActionId, ActionRequests } from '../../../shared/local-api/wire.generated.ts';
import type { ActionContext, Answer } from '../answer.ts';
import { createGroup, deleteGroup, listGroups, updateGroup } from './groups.ts';
import {
  clearCache,
  clearCacheAndCookies,
  clearCacheKeepExtensions,
  clearCloudData,
  clearSavedLogins,
} from './profile-caches.ts';
import {
  copyProfile,
  createProfile,
  deleteProfile,
  emptyRecycleBin,
  moveProfiles,
  randomizeFingerprint,
  updateProfile,
} from './profile-changes.ts';
import { getCookies, updateCookies } from './profile-cookies.ts';
import { listProfiles } from './profile-lists.ts';
import {
  arrangeTiles,
  closeProfile,
  closeProfiles,
  listNativeOpened,
  listOpened,
  openProfile,
  openWithRandomFingerprint,
  resetOpenState,
} from './profile-openings.ts';
import { updateProxy } from './profile-proxies.ts';
import {
  cancelTransferCode,
  createTransferCode,
  importTransferCode,
  listTransferRecords,
} from './profile-transfers.ts';
import {
  createProxy,
  deleteProxy,
  listGateways,
  listProxies,
  listTrafficPackages,
  switchGateway,
  updateSavedProxy,
} from './proxies.ts';
import {
  createProxyTag,
  createTag,
  deleteProxyTag,
  deleteTag,
  listProxyTags,
  listTags,
  updateProxyTag,
  updateTag,
} from './tags.ts';

/** Every action with an envelope; the service cache answers without one. */
export type EnvelopeActionId = Exclude<ActionId, 'system-cache-clear'>;

type Handlers = {
  readonly [Id in EnvelopeActionId]: (input: ActionRequests[Id], context: ActionContext) => Answer;
};

/** What each action does with a validated request. A new action in the catalogue does not compile without one. */
export const handlers: Handlers = {
  'profile-list': listProfiles,
  'profile-create': createProfile,
  'profile-copy': copyProfile,
  'profile-open': openProfile,
  'profile-open-with-random-fingerprint': openWithRandomFingerprint,
  'profile-opened-list': listOpened,
  'native-client-profile-opened-list': listNativeOpened,
  'profile-opened-list-arrange-tile': arrangeTiles,
  'profile-open-state-reset': resetOpenState,
  'profile-close': closeProfile,
  'profile-close-in-batches': closeProfiles,
  'profile-clear-cache': clearCache,
  'profile-clear-cache-and-cookies': clearCacheAndCookies,
  'profile-clear-cache-keep-extensions': clearCacheKeepExtensions,
  'profile-clear-cloud-data': clearCloudData,
  'profile-clear-saved-user-password': clearSavedLogins,
  'profile-update': updateProfile,
  'profile-update-proxy-for-purchased-traffic-package': updateProxy,
  'profile-update-proxy-to-purchased-mode': updateProxy,
  'profile-update-proxy-for-custom-proxy': updateProxy,
  'profile-update-proxy-for-api-extraction': updateProxy,
  'profile-random-fingerprint-configuration': randomizeFingerprint,
  'profile-update-groups-in-batches': moveProfiles,
  'profile-get-cookies': getCookies,
  'profile-update-cookies': updateCookies,
  'profile-delete': deleteProfile,
  'empty-recycle-bin': emptyRecycleBin,
  'profile-transfer-code-create': createTransferCode,
  'profile-transfer-cancel': cancelTransferCode,
  'profile-transfer-code-import': importTransferCode,
  'profile-transfer-record-list': listTransferRecords,
  'group-list': listGroups,
  'group-create': createGroup,
  'group-update': updateGroup,
  'group-delete': deleteGroup,
  'tag-list': listTags,
  'tag-create': createTag,
  'tag-update': updateTag,
  'tag-delete': deleteTag,
  'traffic-package-list': listTrafficPackages,
  'proxy-list': listProxies,
  'proxy-create': createProxy,
  'proxy-update': updateSavedProxy,
  'proxy-delete': deleteProxy,
  'proxy-tag-list': listProxyTags,
  'proxy-tag-create': createProxyTag,
  'proxy-tag-update': updateProxyTag,
  'proxy-tag-delete': deleteProxyTag,
  'gateway-list': listGateways,
  'gateway-switch': switchGateway,
};
