import { z } from 'zod';
import { apiAddress, defaultApiAddress } from './connection.ts';
import { type Language, languages } from './messages/languages.ts';
import { defaultServiceAddress } from './service-cache.ts';
import { updateAddress } from './update.ts';

/** Sizes that the zoom steps through, in per cent. */
export const zoomSteps = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** What the user chose. No secret is ever a setting. */
export const settings = z.strictObject({
  address: apiAddress,
  /** Hosts outside this computer are refused until the user confirms one; this holds the confirmed host. */
  confirmedRemoteHost: z.string().max(253).nullable(),
  /** Where the service with a cache of its own listens; see `service-cache.ts`. */
  serviceAddress: apiAddress,
  /** As `confirmedRemoteHost`, for `serviceAddress`. */
  confirmedServiceHost: z.string().max(253).nullable(),
  language: z.enum(['system', ...languages]),
  colorScheme: z.enum(['system', 'light', 'dark']),
  /** Writing requests in flight at the same time. The API takes at most 3 requests of any kind. */
  writesInFlight: z.int().min(1).max(3),
  /** Ask `updateAddress` once a day for the newest version. */
  isUpdateNoticeOn: z.boolean(),
  /** Where to ask; without one nothing is asked. */
  updateAddress: updateAddress.nullable(),
  /** The version whose notice the user has closed. */
  closedUpdateNotice: z.string().max(20).nullable(),
  /** Size of everything in the window, in per cent. */
  zoomPercent: z.int().min(80).max(200),
  /** The list of pages shows its icons only. */
  isSidebarCollapsed: z.boolean(),
  /** The welcome comes by itself once. */
  hasSeenWelcome: z.boolean(),
});
export type Settings = z.infer<typeof settings>;

export const defaultSettings: Settings = {
  address: defaultApiAddress,
  confirmedRemoteHost: null,
  serviceAddress: defaultServiceAddress,
  confirmedServiceHost: null,
  language: 'system',
  colorScheme: 'system',
  writesInFlight: 1,
  isUpdateNoticeOn: false,
  updateAddress: null,
  closedUpdateNotice: null,
  zoomPercent: 100,
  isSidebarCollapsed: false,
  hasSeenWelcome: false,
};

/** A change of some settings; keys left out stay as they are. */
export const settingsPatch = settings.partial();
export type SettingsPatch = z.infer<typeof settingsPatch>;

/** Settings as the window needs them. */
export interface SettingsView {
  readonly settings: Settings;
  /** The language in force: the chosen one, or the system's where it is known, or English. */
  readonly language: Language;
  /** Keys that were reset to their default because the stored value could not be read. */
  readonly repaired: readonly string[];
}
