import type { BrowserWindow } from 'electron';
import type { CommandHandlers } from '../shared/contract.ts';
import { succeed } from '../shared/result.ts';
import { chooseRecipe, exportHistory, exportRecipe } from './exports.ts';
import { listGroups } from './local-api/groups.ts';
import { readOpenedProfiles } from './local-api/opened-profiles.ts';
import { listProxies } from './local-api/proxies.ts';
import { inRequestContext } from './local-api/request-context.ts';
import { listTrafficPackages } from './local-api/traffic-packages.ts';
import { saveJobCsv } from './save-job-csv.ts';
import type { Services } from './services.ts';

/** The handler table: a line a command, no logic. A command without a handler does not compile. */
export function toCommandHandlers(
  services: Services,
  getWindow: () => BrowserWindow | null,
): CommandHandlers {
  const { info, preferences, client, connection, profiles, jobs, secrets, recipes, linkTester, updates } =
    services;
  const getLanguage = () => preferences.view().language;
  return {
    'app.info': async () => succeed(info),
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
    'groups.list': async () => listGroups(client),
    'secrets.keep': async ({ ref, secret }) =>
      succeed({
        ref: secrets.keep(ref, secret),
        host: secret.kind === 'link' ? new URL(secret.url).hostname : null,
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

    // Groups and tags

    // Proxies and gateways
    'proxies.list': async () => listProxies(client),
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

    // Grid: columns, views, context menu, pasted lists

    // Presets of proxies from a link
  };
}
