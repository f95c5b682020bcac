import { z } from 'zod';
import { type ActivityNews, type ActivitySlice, activityQuery } from './activity.ts';
import { windowArrangement } from './arrange.ts';
import type { ConnectionState } from './connection.ts';
import { type ConsoleReply, consoleCall } from './console/console-call.ts';
import { type LinkTestResult, linkTestInput, rereadInput } from './extraction/link-test.ts';
import {
  type OpenedPreset,
  type Preset,
  type PresetId,
  type PresetList,
  presetDraft,
  presetId,
  presetName,
} from './extraction/preset.ts';
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
  maxJobSize,
  type UndoPlan,
} from './job.ts';
import { type Label, labelChange, labelDraft, labelKind, oneLabel } from './label.ts';
import { type OpenProfiles, type ProfileGroup, type ProfileSlice, profileId } from './profile.ts';
import {
  type CookieExportResult,
  type CookieFile,
  type CookieImportResult,
  cookieImportInput,
  type ProfileDetails,
  type ProfileUpdateResult,
  profileSecretInput,
  profileUpdateInput,
  type TransferImportResult,
  type TransferPage,
  type TransferRef,
  transferCreateInput,
  transferImportInput,
  transferListInput,
  transferRef,
} from './profile-details.ts';
import {
  type RememberedViews,
  type SavedView,
  type ViewId,
  type ViewMemory,
  viewDraft,
  viewId,
  viewMemoryPatch,
} from './profile-view.ts';
import {
  type GatewayList,
  gatewayId,
  type ListReading,
  type ProxyUse,
  proxyChange,
  proxyDraft,
  type SavedProxy,
  type TrafficPackage,
} from './proxy.ts';
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
  /** The command line asks not to show the welcome by itself, as the specs do. */
  readonly skipsWelcome: boolean;
}

/** `savedTo` is the file's name without its folder; null when the user cancelled the dialog. */
export interface SavedFile {
  readonly savedTo: string | null;
}

export const commands = {
  'app.info': command(nothing).returns<AppInfo>(),
  /** Ends the app and starts it again on demo data or on the Local API; `wrong_state` while a job runs. */
  'app.restart': command(z.strictObject({ mode: z.enum(['demo', 'live']) })).returns<Record<string, never>>(),

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
  /** Moves the windows that are open on this computer. The API tells nothing but that it took the call. */
  'profiles.arrangeWindows': command(windowArrangement).returns<Record<string, never>>(),

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
      profileIds: z.array(profileId).min(1).max(maxJobSize),
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
  /** One profile as it is listed at this moment; null when it is not any more. */
  'details.read': command(z.strictObject({ profileId })).returns<{ readonly found: ProfileDetails | null }>(),
  /** Names of all tags, for choosing. */
  'details.tagNames': command(nothing).returns<readonly string[]>(),
  /** Reads this one secret anew and gives it to the window, on a click. Empty when it is not set. */
  'details.revealSecret': command(profileSecretInput).returns<{ readonly value: string }>(),
  /** Puts it into the clipboard without showing it; `isEmpty` when it is not set. */
  'details.copySecret': command(profileSecretInput).returns<{ readonly isEmpty: boolean }>(),
  /** Sends only `changes`, after a look at the profile. Fails like a write. */
  'details.update': command(profileUpdateInput).returns<ProfileUpdateResult>(),
  /** Reads the cookies and asks for a place in a dialog; they do not reach the window. */
  'cookies.export': command(z.strictObject({ profileId })).returns<CookieExportResult>(),
  /** Asks for a file in a dialog and judges it; null when the dialog was cancelled. */
  'cookies.chooseFile': command(nothing).returns<{ readonly found: CookieFile | null }>(),
  /** `wrong_state` while the profile is open. */
  'cookies.import': command(cookieImportInput).returns<CookieImportResult>(),
  'transfers.create': command(transferCreateInput).returns<{ readonly ref: TransferRef }>(),
  /** Takes back the code of a profile that nobody has used yet. */
  'transfers.cancel': command(z.strictObject({ profileId })).returns<Record<string, never>>(),
  'transfers.import': command(transferImportInput).returns<TransferImportResult>(),
  'transfers.list': command(transferListInput).returns<TransferPage>(),
  'transfers.reveal': command(z.strictObject({ ref: transferRef })).returns<{ readonly code: string }>(),
  'transfers.copy': command(z.strictObject({ ref: transferRef })).returns<Record<string, never>>(),
  /** Deletes for ever what is in the bin; once, never repeated. `removed` is the number that ixBrowser answers. */
  'recycleBin.empty': command(z.strictObject({ isConfirmed: z.literal(true) })).returns<{
    readonly removed: number;
  }>(),

  // Groups and tags
  'labels.list': command(z.strictObject({ kind: labelKind })).returns<ListReading<Label>>(),
  'labels.create': command(labelDraft).returns<{ readonly id: number }>(),
  /** Renames a group or tag; a group can be given another position as well. */
  'labels.change': command(labelChange).returns<{ readonly id: number }>(),
  /** Tags in use are refused (115003, 121003). What happens to the profiles of a group is not documented. */
  'labels.delete': command(oneLabel).returns<{ readonly id: number }>(),

  // Proxies and gateways
  /** Saved and purchased proxies, without logins, in the order of the API. */
  'proxies.list': command(nothing).returns<ListReading<SavedProxy>>(),
  'proxies.create': command(proxyDraft).returns<{ readonly id: number }>(),
  /** Sends only the given changes. */
  'proxies.change': command(proxyChange).returns<{ readonly id: number }>(),
  /** A proxy in use is refused (108002). */
  'proxies.delete': command(z.strictObject({ id: z.int().positive() })).returns<{ readonly id: number }>(),
  /** Which profiles use which proxy; asks nothing of the Local API. */
  'proxies.findUse': command(nothing).returns<ProxyUse>(),
  'gateways.list': command(nothing).returns<GatewayList>(),
  'gateways.switch': command(z.strictObject({ id: gatewayId })).returns<{ readonly id: string }>(),
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
  /** One call is one send. What ixBrowser refuses is a reply too; `wrong_state` when the call was not allowed. */
  'console.send': command(consoleCall).returns<ConsoleReply>(),
  /** Waits no longer for a read; a change that was sent is waited for. Tells whether the waiting ended. */
  'console.stopWaiting': command(z.strictObject({ callId: z.string().max(40) })).returns<{
    readonly hasStopped: boolean;
  }>(),

  // Grid: columns, views, context menu, pasted lists
  'views.get': command(nothing).returns<RememberedViews>(),
  /** Remembers a change over restarts. */
  'views.update': command(viewMemoryPatch).returns<ViewMemory>(),
  'views.save': command(viewDraft).returns<SavedView>(),
  'views.delete': command(z.strictObject({ id: viewId })).returns<{ readonly id: ViewId }>(),
  /** Asks for a place in a dialog. */
  'views.export': command(z.strictObject({ id: viewId })).returns<SavedFile>(),
  /** Asks for a file in a dialog and stores its view as a new one. Null when the dialog was cancelled. */
  'views.import': command(nothing).returns<{ readonly imported: SavedView | null }>(),

  // Presets of proxies from a link
  /** The address under which websites saw the profile at its last opening; empty when ixBrowser shows none. */
  'profiles.readAddress': command(z.strictObject({ profileId })).returns<{ readonly realIp: string }>(),
  'presets.list': command(nothing).returns<PresetList>(),
  'presets.save': command(presetDraft).returns<Preset>(),
  'presets.rename': command(z.strictObject({ id: presetId, name: presetName })).returns<Preset>(),
  'presets.delete': command(z.strictObject({ id: presetId })).returns<{ readonly id: PresetId }>(),
  /** Hands over the form and a reference to its link, which stays in the main process. */
  'presets.use': command(z.strictObject({ id: presetId })).returns<OpenedPreset>(),
  /** Asks for a place in a dialog; the file holds nothing of the link. */
  'presets.export': command(z.strictObject({ id: presetId })).returns<SavedFile>(),
  /** Asks for a file in a dialog and stores it under a free name. Null when the dialog was cancelled. */
  'presets.import': command(nothing).returns<{ readonly preset: Preset | null }>(),
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
