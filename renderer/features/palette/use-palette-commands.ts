import { useQueryClient } from '@tanstack/react-query';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { languages, languageTexts } from '../../../shared/messages/languages.ts';
import { callCommand } from '../../api.ts';
import { useCheckConnection } from '../../connection/use-connection.ts';
import { profileListKey } from '../../known-profiles.ts';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { pages, toPlace } from '../../pages.ts';
import { openShortcutList, openWelcome, startTour } from '../../requests/help-request.ts';
import { selection, useSelection } from '../../selection.ts';
import { pageShortcuts, windowShortcuts } from '../../shortcuts.ts';
import { useProfileActions } from '../../use-profile-actions.ts';
import { useWindowLayout } from '../../use-window-layout.ts';

/** What the palette offers beside profiles. */
export interface PaletteCommand {
  /** Unique; stable across languages. */
  readonly key: string;
  readonly section: 'selection' | 'pages' | 'general' | 'settings' | 'help';
  /** What is shown and searched. */
  readonly text: string;
  /** Shortcut that does the same. */
  readonly keys?: readonly string[];
  readonly run: () => void;
}

/** All commands, in the order in which they are offered: first what fits the selection. */
export function usePaletteCommands(): readonly PaletteCommand[] {
  const { t } = useMessages();
  const client = useQueryClient();
  const selectedCount = useSelection().size;
  const actions = useProfileActions();
  const { check } = useCheckConnection();
  const { toggleSidebar, zoomBy, resetZoom } = useWindowLayout();
  // A failure leaves the setting as it is, which the user sees.
  const set = (patch: Parameters<typeof callCommand<'settings.update'>>[1]) =>
    void callCommand('settings.update', patch).catch(() => undefined);
  const choice = (title: MessageKey, name: string, patch: Parameters<typeof set>[0]): PaletteCommand => ({
    key: `setting:${JSON.stringify(patch)}`,
    section: 'settings',
    text: t('palette.setting', { setting: t(title), value: name }),
    run: () => set(patch),
  });
  const ofWindow = (
    key: keyof typeof windowShortcuts,
    section: PaletteCommand['section'],
    run: () => void,
  ): PaletteCommand => ({
    key,
    section,
    text: t(windowShortcuts[key].label),
    keys: windowShortcuts[key].keys,
    run,
  });
  return [
    ...(selectedCount === 0
      ? []
      : actions
          .filter(({ isForOne }) => !isForOne || selectedCount === 1)
          .map(
            ({ key, label, run }): PaletteCommand => ({
              key: `action:${key}`,
              section: 'selection',
              text: t('palette.onSelection', { action: t(label), count: selectedCount }),
              run: () => run([...selection.get()]),
            }),
          )),
    ...pages.map(
      ({ page, label }): PaletteCommand => ({
        key: `page:${page}`,
        section: 'pages',
        text: t(label),
        keys: pageShortcuts[page].keys,
        run: () => goTo(toPlace(page)),
      }),
    ),
    ofWindow('refresh', 'general', () => {
      void client.refetchQueries({ queryKey: profileListKey }, { cancelRefetch: false });
    }),
    { key: 'check', section: 'general', text: t('palette.checkConnection'), run: check },
    ...(selectedCount === 0
      ? []
      : [
          {
            key: 'deselect',
            section: 'general' as const,
            text: t('profiles.selection.clear'),
            run: selection.clear,
          },
        ]),
    choice('settings.colorScheme.title', t('settings.colorScheme.light'), { colorScheme: 'light' }),
    choice('settings.colorScheme.title', t('settings.colorScheme.dark'), { colorScheme: 'dark' }),
    choice('settings.colorScheme.title', t('settings.asSystem'), { colorScheme: 'system' }),
    ...languages.map((language) =>
      choice('settings.language.title', languageTexts[language].name, { language }),
    ),
    choice('settings.language.title', t('settings.asSystem'), { language: 'system' }),
    ofWindow('sidebar', 'settings', toggleSidebar),
    ofWindow('zoomIn', 'settings', () => zoomBy(1)),
    ofWindow('zoomOut', 'settings', () => zoomBy(-1)),
    ofWindow('zoomReset', 'settings', resetZoom),
    ofWindow('list', 'help', openShortcutList),
    { key: 'tour', section: 'help', text: t('help.tour.start'), run: startTour },
    { key: 'welcome', section: 'help', text: t('help.welcome.name'), run: openWelcome },
  ];
}
