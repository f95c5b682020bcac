import path from 'node:path';
import type { ActivityNews } from '../shared/activity.ts';
import type { ConnectionState } from '../shared/connection.ts';
import type { AppInfo } from '../shared/contract.ts';
import type { JobProgress } from '../shared/job.ts';
import type { SecretRef } from '../shared/proxy-target.ts';
import type { SettingsView } from '../shared/settings.ts';
import type { UpdateState } from '../shared/update.ts';
import { type Activity, createActivity } from './activity/activity.ts';
import { recordLinkTests, recordUpdateCheck } from './activity/record-requests.ts';
import { fromLocalApi, fromService } from './activity/to-activity.ts';
import { systemClock } from './clock.ts';
import { type CallConsole, createConsole } from './console/console.ts';
import { type CookieExchange, createCookieExchange } from './cookies/cookie-exchange.ts';
import { createLinkTester, type LinkTester } from './extraction/link-test.ts';
import { createJobEngine, type JobEngine } from './jobs/engine.ts';
import { createJournal, type Journal } from './jobs/journal.ts';
import { createJournalBackup } from './jobs/journal-backup.ts';
import { type JournalOpening, openJournalDatabase } from './jobs/journal-database.ts';
import type { LinkVault } from './link-vault.ts';
import { checkAddress } from './local-api/address.ts';
import { createHttpSender, createLocalApiClient } from './local-api/client.ts';
import { type ConnectionWatch, createConnectionWatch } from './local-api/connection.ts';
import { createGateways, type Gateways } from './local-api/gateways.ts';
import { readOpenedProfiles } from './local-api/opened-profiles.ts';
import type { LocalApiClient } from './local-api/outcome.ts';
import type { DetailsClient } from './local-api/profile-details.ts';
import { createProfileDirectory, type ProfileDirectory } from './local-api/profiles.ts';
import type { Log } from './log.ts';
import { createPreferences, type Preferences } from './preferences.ts';
import { openPresets, type Presets } from './presets.ts';
import { openRecipes, type Recipes } from './recipes.ts';
import { createSecretStore, type SecretStore } from './secret-store.ts';
import { createServiceCache, type ServiceCache } from './service-cache/service-cache.ts';
import { openServiceHistory } from './service-cache/service-history.ts';
import { openSettings } from './settings.ts';
import { shortDeadlines } from './short-deadlines.ts';
import type { StartOptions } from './start-options.ts';
import { createTransfers, type Transfers } from './transfers/transfers.ts';
import { openUpdateMemory } from './updates/update-memory.ts';
import { createUpdateNotice, type UpdateNotice } from './updates/update-notice.ts';
import { openWindowMemory, type WindowMemory } from './window-memory.ts';

/** Everything behind the commands. Nothing here knows of Electron. */
export interface Services {
  readonly info: AppInfo;
  readonly preferences: Preferences;
  readonly client: LocalApiClient & DetailsClient;
  readonly connection: ConnectionWatch;
  readonly profiles: ProfileDirectory;
  readonly gateways: Gateways;
  readonly jobs: JobEngine;
  readonly journal: Journal;
  readonly updates: UpdateNotice;
  readonly linkTester: LinkTester;
  readonly secrets: SecretStore;
  readonly recipes: Recipes;
  readonly presets: Presets;
  readonly console: CallConsole;
  readonly windowMemory: WindowMemory;
  readonly cookies: CookieExchange;
  readonly transfers: Transfers;
  readonly serviceCache: ServiceCache;
  readonly activity: Activity;
  /** Ends all work and closes the journal; see `JobEngine.shutdown`. */
  readonly close: (mode: 'safely' | 'now') => Promise<void>;
}

interface Surroundings {
  /** Folder for settings and journal. */
  readonly userData: string;
  readonly options: StartOptions;
  readonly info: AppInfo;
  /** BCP 47 tag of the system's language. */
  readonly systemLanguage: string;
  readonly log: Log;
  readonly linkVault: LinkVault;
  readonly onConnectionChange: (state: ConnectionState) => void;
  readonly onSettingsChange: (view: SettingsView) => void;
  readonly onJobProgress: (progress: JobProgress) => void;
  readonly onActivity: (news: ActivityNews) => void;
  readonly onUpdateChange: (state: UpdateState) => void;
}

/** Why the services could not be started: the journal cannot be used, and without it no job may run. */
export type JournalProblem = Exclude<JournalOpening, { kind: 'opened' }>;

/** Opens settings and journal and wires the services to each other. Sends nothing yet. */
export function createServices(surroundings: Surroundings): Services | JournalProblem {
  const { userData, options, info, log } = surroundings;
  const store = openSettings(userData);
  if (store.repaired.length > 0) log.warn({ what: 'settings_repaired', keys: store.repaired.join(',') });

  const journalPath = path.join(userData, 'journal.db');
  const opening = openJournalDatabase(journalPath, Date.now());
  if (opening.kind !== 'opened') return opening;
  if (opening.putAside)
    log.error({ what: 'journal_damaged', movedTo: path.basename(opening.putAside.movedTo) });
  const journal = createJournal(opening.database);
  const unreadable = journal.listUnreadableJobs();
  if (unreadable.length > 0) log.error({ what: 'jobs_unreadable', jobs: unreadable.join(',') });
  const journalBackup = createJournalBackup(journal, journalPath, (detail) =>
    log.warn({ what: 'journal_backup_failed', detail }),
  );

  const getAddress = () => options.address ?? store.get().address;
  const getConfirmedRemoteHost = () => store.get().confirmedRemoteHost;
  const activity = createActivity({ onNews: surroundings.onActivity });
  const client = createLocalApiClient({
    getAddress,
    getConfirmedRemoteHost,
    onRequest: (facts) => {
      const { action, idCount, outcome, reason, apiCode, durationMs } = facts;
      log.debug({ what: 'request', action, idCount, outcome, reason, apiCode, durationMs });
      activity.record(fromLocalApi(facts));
      gateways.note(facts);
    },
    ...(options.hasShortDeadlines && { limits: shortDeadlines.limits }),
  });
  const gateways = createGateways(client);
  const profiles = createProfileDirectory({ client });
  const connection = createConnectionWatch({
    client,
    getAddress,
    checkAddress: (address) => checkAddress(address, getConfirmedRemoteHost()),
    onChange: (state) => {
      log.info({
        what: 'connection',
        kind: state.kind,
        cause: state.kind === 'disconnected' ? state.cause : null,
      });
      surroundings.onConnectionChange(state);
    },
  });
  const updates = createUpdateNotice({
    currentVersion: info.version,
    // On demo data nothing but the demo itself is contacted.
    getAddress: () => (store.get().isUpdateNoticeOn && !info.isDemo ? store.get().updateAddress : null),
    read: (address) => recordUpdateCheck(activity, address),
    memory: openUpdateMemory(userData),
    now: () => systemClock.now(),
    onChange: surroundings.onUpdateChange,
  });
  const preferences = createPreferences({
    store,
    systemLanguage: surroundings.systemLanguage,
    checkAddress,
    onChange: (view, patch) => {
      if (patch.address) {
        profiles.forget();
        void connection.check();
      }
      if (patch.isUpdateNoticeOn) void updates.checkWhenDue();
      surroundings.onSettingsChange(view);
    },
  });
  const getConfirmedServiceHost = () => store.get().confirmedServiceHost;
  const serviceCache = createServiceCache({
    send: createHttpSender(getConfirmedServiceHost),
    getAddress: () => options.serviceAddress ?? store.get().serviceAddress,
    isAddressFixed: options.serviceAddress !== null,
    checkAddress: (address) => checkAddress(address, getConfirmedServiceHost()),
    history: openServiceHistory(userData),
    onRequest: (facts) => activity.record(fromService(facts)),
    ...(options.hasShortDeadlines && { deadlines: shortDeadlines.service }),
  });
  const secrets = createSecretStore();
  const findLink = (ref: SecretRef) => {
    const secret = secrets.find(ref);
    return secret?.kind === 'link' ? secret.url : null;
  };
  const jobs = createJobEngine({
    journal,
    client,
    profiles,
    readOpen: () => readOpenedProfiles(client, systemClock, 'single_try'),
    secrets,
    backUp: journalBackup.run,
    clock: systemClock,
    getWritesInFlight: () => store.get().writesInFlight,
    onProgress: surroundings.onJobProgress,
    log: ({ event, ...facts }) => log.info({ what: event, ...facts }),
    appVersion: info.version,
    ...(options.hasShortDeadlines && { timing: shortDeadlines.timing }),
  });
  return {
    info,
    preferences,
    client,
    connection,
    profiles,
    gateways,
    jobs,
    journal,
    secrets,
    recipes: openRecipes(userData),
    presets: openPresets(userData, surroundings.linkVault, secrets),
    console: createConsole(client, serviceCache),
    windowMemory: openWindowMemory(userData),
    cookies: createCookieExchange(client),
    transfers: createTransfers(client),
    serviceCache,
    activity,
    updates,
    linkTester: recordLinkTests(
      activity,
      findLink,
      createLinkTester({
        getLocalApi: getAddress,
        findLink,
        allowLoopback: options.allowLoopbackSuppliers,
      }),
    ),
    async close(mode) {
      connection.stop();
      updates.stop();
      await jobs.shutdown(mode);
      await journalBackup.whenIdle();
      journal.close();
    },
  };
}
