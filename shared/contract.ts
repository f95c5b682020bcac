import { z } from 'zod';
import { type ActivityNews, type ActivitySlice, activityQuery } from './activity.ts';
import type { ConnectionState } from './connection.ts';
import { type LinkTestResult, linkTestInput, rereadInput } from './extraction/link-test.ts';
import {
  type JobCheck,
  type JobHistoryPage,
  type JobId,
  type JobItemsPage,
  type JobProgress,
  type JobSnapshot,
  jobCheckInput,
  jobDecideInput,
  jobFilter,
  jobHistoryQuery,
  jobId,
  jobItemsQuery,
  jobStartInput,
  type UndoPlan,
} from './job.ts';
import { type OpenProfiles, type ProfileGroup, type ProfileSlice, profileId } from './profile.ts';
import type { ListReading, SavedProxy, TrafficPackage } from './proxy.ts';
import { proxySecret, type SecretRef, secretRef } from './proxy-target.ts';
import { type Recipe, type RecipeId, type RecipeImport, recipeDraft, recipeId } from './recipe.ts';
import type { Result } from './result.ts';
import {
  type ServiceCacheView,
  type ServiceClear,
  type ServiceProbe,
  serviceTarget,
} from './service-cache.ts';
import { type SettingsView, settingsPatch } from './settings.ts';
import type { UpdateState } from './update.ts';

/**
 * Every command and event between the window and the main process, declared once. The handler table, the
 * preload bridge and the renderer's calls derive their types from here, and the main process checks every
 * input against the schema that stands here.
 */

interface Command<I extends z.ZodType, O> {
  readonly input: I;
  /** Carries the output type only; it has no value at run time. */
  readonly output?: O;
}

function command<I extends z.ZodType>(input: I) {
  return { returns: <O>(): Command<I, O> => ({ input }) };
}

const nothing = z.strictObject({});
const oneJob = z.strictObject({ jobId });

/** Facts about the running app. */
export interface AppInfo {
  readonly version: string;
  /** The panel talks to its built-in demo data: no real profile is touched. */
  readonly isDemo: boolean;
  /** `linux`, `darwin` or `win32`. */
  readonly platform: string;
}

/** `savedTo` is the file's name without its folder; null when the user cancelled the dialog. */
export interface SavedFile {
  readonly savedTo: string | null;
}

export const commands = {
  'app.info': command(nothing).returns<AppInfo>(),

  'settings.get': command(nothing).returns<SettingsView>(),
  'settings.update': command(settingsPatch).returns<SettingsView>(),

  'updates.get': command(nothing).returns<UpdateState>(),
  /** Asks the update address now; `wrong_state` while the notice is off. */
  'updates.check': command(nothing).returns<UpdateState>(),

  'connection.get': command(nothing).returns<ConnectionState>(),
  /** Probes at once; the new state is returned and sent as an event. */
  'connection.check': command(nothing).returns<ConnectionState>(),

  /** Starts reading the whole list, or joins the reading that is under way. */
  'profiles.startReading': command(nothing).returns<{ readonly readingId: string }>(),
  /** Waits until rows behind `from` are there or the reading ended; at most 2,000 rows a call. */
  'profiles.nextRows': command(
    z.strictObject({ readingId: z.string().max(40), from: z.int().min(0) }),
  ).returns<ProfileSlice>(),
  'profiles.listOpened': command(nothing).returns<OpenProfiles>(),

  /** All groups, in the order of the API. */
  'groups.list': command(nothing).returns<readonly ProfileGroup[]>(),

  /**
   * Keeps a login or a link in memory until the app ends, under a new reference or, for a job that waits with
   * `secret_missing`, under the old one. `host` is the link's host, null for a login.
   */
  'secrets.keep': command(z.strictObject({ ref: secretRef.nullable(), secret: proxySecret })).returns<{
    readonly ref: SecretRef;
    readonly host: string | null;
  }>(),

  'jobs.check': command(jobCheckInput).returns<JobCheck>(),
  'jobs.start': command(jobStartInput).returns<{ readonly jobId: JobId }>(),
  'jobs.pause': command(oneJob).returns<JobSnapshot>(),
  'jobs.resume': command(oneJob).returns<JobSnapshot>(),
  /** Sends nothing new; what is in flight is awaited. Calling it again changes nothing. */
  'jobs.stop': command(oneJob).returns<JobSnapshot>(),
  'jobs.get': command(oneJob).returns<JobSnapshot>(),
  /** Newest first, at most 200. */
  'jobs.list': command(nothing).returns<readonly JobSnapshot[]>(),
  'jobs.listItems': command(jobItemsQuery).returns<JobItemsPage>(),
  /** A new job with the same operation for exactly these profiles of a finished one. */
  'jobs.retry': command(
    z.strictObject({
      jobId,
      profileIds: z.array(profileId).min(1),
      closeOpened: z.boolean(),
      typedCount: z.int().nullable(),
    }),
  ).returns<{ readonly jobId: JobId }>(),
  /** Asks for a place in a dialog; null when the user cancelled it. */
  'jobs.saveCsv': command(oneJob).returns<SavedFile>(),
  /** Reads the list of profiles anew and tells how much of a finished job can be undone. */
  'jobs.undoPlan': command(oneJob).returns<UndoPlan>(),
  /** A new job that brings back what the plan calls restorable. */
  'jobs.undo': command(oneJob).returns<{ readonly jobId: JobId }>(),
  'jobs.decide': command(jobDecideInput).returns<JobSnapshot>(),
  /** All jobs of the last 90 days that match, newest first. */
  'jobs.history': command(jobHistoryQuery).returns<JobHistoryPage>(),
  /** Writes the matching jobs, as JSON with their items or as CSV without, to where a dialog says. */
  'jobs.exportHistory': command(
    z.strictObject({ filter: jobFilter, format: z.enum(['json', 'csv']) }),
  ).returns<SavedFile>(),

  /** One request to a supplier's link, on a click; the reply crosses without its secrets. */
  'extraction.test': command(linkTestInput).returns<LinkTestResult>(),
  /** Reads the last reply anew with other answers, without a request. */
  'extraction.reread': command(rereadInput).returns<LinkTestResult>(),
  /** Stops the running test; its outcome is then `cancelled`. */
  'extraction.cancel': command(nothing).returns<Record<string, never>>(),
  /** Forgets the last reply: it holds the logins of proxies. */
  'extraction.forget': command(nothing).returns<Record<string, never>>(),

  /** By title. */
  'recipes.list': command(nothing).returns<readonly Recipe[]>(),
  'recipes.save': command(recipeDraft).returns<Recipe>(),
  'recipes.delete': command(z.strictObject({ id: recipeId })).returns<{ readonly id: RecipeId }>(),
  /** Asks for a place in a dialog. */
  'recipes.export': command(z.strictObject({ id: recipeId })).returns<SavedFile>(),
  /** Asks for a file in a dialog and reads it, without storing it. Null when the dialog was cancelled. */
  'recipes.chooseImport': command(nothing).returns<{ readonly found: RecipeImport | null }>(),
  'recipes.confirmImport': command(z.strictObject({ importId: z.string().max(40) })).returns<Recipe>(),

  // Profile details

  // Groups and tags

  // Proxies and gateways
  /** Saved and purchased proxies, without logins, in the order of the API. */
  'proxies.list': command(nothing).returns<ListReading<SavedProxy>>(),
  'trafficPackages.list': command(nothing).returns<ListReading<TrafficPackage>>(),

  // Service cache
  /** Sends nothing. */
  'serviceCache.get': command(nothing).returns<ServiceCacheView>(),
  /** One request that reads the service's own description and clears nothing. */
  'serviceCache.probe': command(nothing).returns<ServiceProbe>(),
  /** One call; `isKept` is false when the history could not be written. */
  'serviceCache.clear': command(z.strictObject({ target: serviceTarget })).returns<{
    readonly entry: ServiceClear;
    readonly isKept: boolean;
  }>(),
  /** Forgets the past calls and the names used in them. */
  'serviceCache.clearHistory': command(nothing).returns<ServiceCacheView>(),

  // Activity
  /** What was sent since the app was started, changed since a revision. */
  'activity.list': command(activityQuery).returns<ActivitySlice>(),
  'activity.clear': command(nothing).returns<Record<string, never>>(),

  // Console

  // Grid: columns, views, context menu, pasted lists

  // Presets of proxies from a link
} as const;

export type CommandName = keyof typeof commands;
export type CommandInput<K extends CommandName> = z.infer<(typeof commands)[K]['input']>;
export type CommandOutput<K extends CommandName> = NonNullable<(typeof commands)[K]['output']>;

/** One handler a command: a missing one does not compile. */
export type CommandHandlers = {
  readonly [K in CommandName]: (input: CommandInput<K>) => Promise<Result<CommandOutput<K>>>;
};

/** What the main process tells the window without being asked. */
export interface Events {
  'connection.changed': ConnectionState;
  'settings.changed': SettingsView;
  'updates.changed': UpdateState;
  'jobs.progressed': JobProgress;
  'activity.added': ActivityNews;
}
export type EventName = keyof Events;

/** The whole surface that the preload script gives to the page, as `window.panel`. */
export interface PanelBridge {
  call<K extends CommandName>(name: K, input: CommandInput<K>): Promise<Result<CommandOutput<K>>>;
  /** Returns the function that unsubscribes. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
}
