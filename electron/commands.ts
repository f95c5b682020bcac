import type { BrowserWindow } from 'electron';
import type { CommandHandlers } from '../shared/contract.ts';
import { type Result, succeed } from '../shared/result.ts';
import { copyText } from './copy-text.ts';
import {
  chooseCookies,
  chooseRecipe,
  exportCookies,
  exportHistory,
  exportPreset,
  exportRecipe,
  importPreset,
} from './exports.ts';
import { hostOfLink } from './extraction/host-of-link.ts';
import { arrangeWindows } from './local-api/arrange-windows.ts';
import { changeProxy, createProxy, deleteProxy } from './local-api/change-proxies.ts';
import { emptyRecycleBin } from './local-api/empty-recycle-bin.ts';
import { listGroups } from './local-api/groups.ts';
import { changeLabel, createLabel, deleteLabel, listLabels } from './local-api/labels.ts';
import { readOpenedProfiles } from './local-api/opened-profiles.ts';
import { readProfileDetails, readTagNames } from './local-api/profile-details.ts';
import { readProfileSecret } from './local-api/profile-secrets.ts';
import { listProxies } from './local-api/proxies.ts';
import { findProxyUse } from './local-api/proxy-use.ts';
import { readAddress } from './local-api/read-address.ts';
import { inRequestContext } from './local-api/request-context.ts';
import { listTrafficPackages } from './local-api/traffic-packages.ts';
import { updateProfile } from './local-api/update-profile.ts';
import type { RestartMode } from './restart.ts';
import { saveJobCsv } from './save-job-csv.ts';
import type { Services } from './services.ts';
import { exportView, importView } from './view-files.ts';

/** The handler table: a line a command, no logic. A command without a handler does not compile. */
export function toCommandHandlers(
  services: Services,
  getWindow: () => BrowserWindow | null,
  restart: (mode: RestartMode) => Promise<Result<Record<string, never>>>,
): CommandHandlers {
  const {
    info,
    preferences,
    client,
    connection,
    profiles,
    jobs,
    secrets,
    recipes,
    presets,
    linkTester,
    updates,
    gateways,
    cookies,
    transfers,
    windowMemory,
  } = services;
  const getLanguage = () => preferences.view().language;
  return {
    'app.info': async () => succeed(info),
    'app.restart': async ({ mode }) => restart(mode),
    'settings.get': async () => succeed(preferences.view()),
    'settings.update': async (patch) => preferences.update(patch),
    'updates.get': async () => succeed(updates.getState()),
    'updates.check': async () => updates.check(),
    'connection.get': async () => succeed(connection.getState()),
    'connection.check': async () => succeed(await connection.check()),
    'profiles.startReading': async () => succeed(profiles.startReading()),
    'profiles.nextRows': async ({ readingId, from }) => profiles.nextRows(readingId, from),
    'profiles.listOpened': async () =>
      inRequestContext({ isBackground: true }, () => readOpenedProfiles(client)),
    'profiles.arrangeWindows': async (arrangement) => arrangeWindows(client, arrangement),
    'groups.list': async () => listGroups(client),
    'secrets.keep': async ({ ref, secret }) =>
      succeed({
        ref: secrets.keep(ref, secret),
        host: secret.kind === 'link' ? hostOfLink(secret.url) : null,
      }),
    'jobs.check': async (input) => jobs.check(input),
    'jobs.start': async (input) => jobs.start(input),
    'jobs.pause': async ({ jobId }) => jobs.pause(jobId),
    'jobs.resume': async ({ jobId }) => jobs.resume(jobId),
    'jobs.stop': async ({ jobId }) => jobs.stop(jobId),
    'jobs.get': async ({ jobId }) => jobs.get(jobId),
    'jobs.list': async () => succeed(jobs.list()),
    'jobs.listItems': async (query) => jobs.listItems(query),
    'jobs.retry': async (input) => jobs.retry(input),
    'extraction.test': async (input) => linkTester.test(input),
    'extraction.reread': async (input) => linkTester.reread(input),
    'extraction.cancel': async () => {
      linkTester.cancel();
      return succeed({});
    },
    'extraction.forget': async () => {
      linkTester.forget();
      return succeed({});
    },
    'jobs.saveCsv': async ({ jobId }) => saveJobCsv(jobs, jobId, getLanguage(), getWindow()),
    'jobs.undoPlan': async ({ jobId }) => jobs.undoPlan(jobId),
    'jobs.undo': async ({ jobId }) => jobs.undo(jobId),
    'jobs.decide': async (input) => jobs.decide(input),
    'jobs.history': async (query) => succeed(jobs.findHistory(query)),
    'jobs.exportHistory': async (input) => exportHistory(jobs, input, getLanguage(), getWindow()),
    'recipes.list': async () => succeed(recipes.list()),
    'recipes.save': async (draft) => recipes.save(draft),
    'recipes.delete': async ({ id }) => recipes.delete(id),
    'recipes.export': async ({ id }) => exportRecipe(recipes, id, getLanguage(), getWindow()),
    'recipes.chooseImport': async () => chooseRecipe(recipes, getLanguage(), getWindow()),
    'recipes.confirmImport': async ({ importId }) => recipes.confirmImport(importId),

    // Profile details
    'details.read': async ({ profileId }) => {
      const read = await readProfileDetails(client, profileId);
      return read.ok ? succeed({ found: read.value }) : read;
    },
    'details.tagNames': async () => readTagNames(client),
    'details.revealSecret': async ({ profileId, secret }) => {
      const read = await readProfileSecret(client, profileId, secret);
      return read.ok ? succeed({ value: read.value }) : read;
    },
    'details.copySecret': async ({ profileId, secret }) =>
      copyText(readProfileSecret(client, profileId, secret)),
    'details.update': async (input) => updateProfile(client, input),
    'cookies.export': async ({ profileId }) => exportCookies(cookies, profileId, getWindow()),
    'cookies.chooseFile': async () => chooseCookies(cookies, getWindow()),
    'cookies.import': async (input) => cookies.importWaiting(input),
    'transfers.create': async (input) => transfers.create(input),
    'transfers.cancel': async ({ profileId }) => transfers.cancel(profileId),
    'transfers.import': async (input) => transfers.importCode(input),
    'transfers.list': async (input) => transfers.list(input),
    'transfers.reveal': async ({ ref }) => {
      const code = transfers.findCode(ref);
      return code.ok ? succeed({ code: code.value }) : code;
    },
    'transfers.copy': async ({ ref }) => {
      const copied = await copyText(transfers.findCode(ref));
      return copied.ok ? succeed({}) : copied;
    },
    'recycleBin.empty': async () => emptyRecycleBin(client),

    // Groups and tags
    'labels.list': async ({ kind }) => listLabels(client, kind),
    'labels.create': async (draft) => createLabel(client, draft),
    'labels.change': async (change) => changeLabel(client, change),
    'labels.delete': async (label) => deleteLabel(client, label),

    // Proxies and gateways
    'proxies.list': async () => listProxies(client),
    'proxies.create': async (draft) => createProxy(client, draft),
    'proxies.change': async (change) => changeProxy(client, change),
    'proxies.delete': async ({ id }) => deleteProxy(client, id),
    'proxies.findUse': async () => succeed(findProxyUse(profiles)),
    'gateways.list': async () => gateways.list(),
    'gateways.switch': async ({ id }) => gateways.switchTo(id),
    'trafficPackages.list': async () => listTrafficPackages(client),

    // Service cache
    'serviceCache.get': async () => succeed(services.serviceCache.view()),
    'serviceCache.probe': async () => succeed(await services.serviceCache.probe()),
    'serviceCache.clear': async ({ target }) => services.serviceCache.clear(target),
    'serviceCache.clearHistory': async () => services.serviceCache.clearHistory(),

    // Activity
    'activity.list': async (query) => succeed(services.activity.list(query)),
    'activity.clear': async () => {
      services.activity.clear();
      return succeed({});
    },

    // Console
    'console.send': async (call) => services.console.send(call),
    'console.stopWaiting': async ({ callId }) =>
      succeed({ hasStopped: services.console.stopWaiting(callId) }),

    // Grid: columns, views, context menu, pasted lists
    'views.get': async () => succeed(windowMemory.get()),
    'views.update': async (patch) => windowMemory.update(patch),
    'views.save': async (draft) => windowMemory.save(draft),
    'views.delete': async ({ id }) => windowMemory.delete(id),
    'views.export': async ({ id }) => exportView(windowMemory, id, getLanguage(), getWindow()),
    'views.import': async () => importView(windowMemory, getLanguage(), getWindow()),

    // Presets of proxies from a link
    'profiles.readAddress': async ({ profileId }) => readAddress(client, profileId),
    'presets.list': async () => succeed(presets.list()),
    'presets.save': async (draft) => presets.save(draft),
    'presets.rename': async ({ id, name }) => presets.rename(id, name),
    'presets.delete': async ({ id }) => presets.delete(id),
    'presets.use': async ({ id }) => presets.use(id),
    'presets.export': async ({ id }) => exportPreset(presets, id, getLanguage(), getWindow()),
    'presets.import': async () => importPreset(presets, getLanguage(), getWindow()),
  };
}
