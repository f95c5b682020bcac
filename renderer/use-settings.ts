import { useQuery } from '@tanstack/react-query';
import { defaultSettings, type SettingsView } from '../shared/settings.ts';
import { commandQuery } from './command-query.ts';

const unread: SettingsView = { settings: defaultSettings, language: 'en', repaired: [] };

/** The settings in force; the defaults until they are read. Changes arrive by themselves. */
export function useSettings(): SettingsView {
  return useQuery(commandQuery('settings.get', {})).data ?? unread;
}
