import type { ApiAddress } from '../shared/connection.ts';
import { toLanguage } from '../shared/messages/languages.ts';
import { type Result, succeed } from '../shared/result.ts';
import type { SettingsPatch, SettingsView } from '../shared/settings.ts';
import type { SettingsStore } from './settings.ts';

export interface Preferences {
  view(): SettingsView;
  /**
   * Saves a change and tells the window. Errors: `invalid_input` with `detail` `host` or `port` for an address
   * that is none or lies outside this computer without confirmation; `file_failed` when it could not be saved.
   */
  update(patch: SettingsPatch): Promise<Result<SettingsView>>;
}

interface PreferencesOptions {
  readonly store: SettingsStore;
  /** The system's language as a BCP 47 tag, for example `zh-Hans-CN`. */
  readonly systemLanguage: string;
  readonly checkAddress: (
    address: ApiAddress,
    confirmedRemoteHost: string | null,
  ) => Promise<Result<unknown>>;
  readonly onChange: (view: SettingsView, patch: SettingsPatch) => void;
}

/** The settings with what follows from them: the language in force, and the check of a new address. */
export function createPreferences(options: PreferencesOptions): Preferences {
  const { store, systemLanguage, checkAddress, onChange } = options;

  function view(): SettingsView {
    const settings = store.get();
    return {
      settings,
      language: settings.language === 'system' ? toLanguage(systemLanguage) : settings.language,
      repaired: store.repaired,
    };
  }

  return {
    view,
    async update(patch) {
      if (patch.address) {
        const confirmedRemoteHost = patch.confirmedRemoteHost ?? store.get().confirmedRemoteHost;
        const checked = await checkAddress(patch.address, confirmedRemoteHost);
        if (!checked.ok && checked.error.code === 'invalid_input') return checked;
      }
      if (patch.serviceAddress) {
        const confirmedHost = patch.confirmedServiceHost ?? store.get().confirmedServiceHost;
        const checked = await checkAddress(patch.serviceAddress, confirmedHost);
        if (!checked.ok && checked.error.code === 'invalid_input') return checked;
      }
      const saved = store.update(patch);
      if (!saved.ok) return saved;
      onChange(view(), patch);
      return succeed(view());
    },
  };
}
