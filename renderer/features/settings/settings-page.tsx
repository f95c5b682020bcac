import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { Settings } from '../../../shared/settings.ts';
import { commandQuery } from '../../command-query.ts';
import { useMessages } from '../../messages.tsx';
import { openShortcutList, openWelcome, startTour } from '../../requests/help-request.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useSettings } from '../../use-settings.ts';
import { AddressSettings } from './address-settings.tsx';
import { ChoiceSettings } from './choice-settings.tsx';
import { DemoAddress } from './demo-address.tsx';
import { UpdateNoticeSettings } from './update-notice-settings.tsx';
import './settings-page.css';

/** What the user may choose: the address of the Local API, language, colours, and how much is sent at a time. */
export function SettingsPage() {
  const { t } = useMessages();
  const info = useQuery(commandQuery('app.info', {}));
  return (
    <Page title={t('settings.title')}>
      <div className="settings-page">
        <RepairedNotice />
        <section className="settings-page__section" aria-labelledby="settings-address">
          <h2 id="settings-address" className="settings-page__heading">
            {t('settings.address.title')}
          </h2>
          {info.data?.isDemo ? <DemoAddress /> : <AddressSettings />}
        </section>
        <ChoiceSettings />
        <HelpSettings />
        {!info.data?.isDemo && <UpdateNoticeSettings />}
      </div>
    </Page>
  );
}

/** The same as in the help menu, for those who look for it here. */
function HelpSettings() {
  const { t } = useMessages();
  return (
    <section className="settings-page__section" aria-labelledby="settings-help">
      <h2 id="settings-help" className="settings-page__heading">
        {t('help.menu')}
      </h2>
      <Group gap="xs">
        <Button variant="default" onClick={openWelcome}>
          {t('help.welcome.name')}
        </Button>
        <Button variant="default" onClick={startTour}>
          {t('help.tour.start')}
        </Button>
        <Button variant="default" onClick={openShortcutList}>
          {t('shortcuts.title')}
        </Button>
      </Group>
    </section>
  );
}

const settingWords = {
  address: 'settings.address.title',
  confirmedRemoteHost: 'settings.address.title',
  serviceAddress: 'serviceCache.address.title',
  confirmedServiceHost: 'serviceCache.address.title',
  language: 'settings.language.title',
  colorScheme: 'settings.colorScheme.title',
  writesInFlight: 'settings.writesInFlight.title',
  isUpdateNoticeOn: 'updates.title',
  updateAddress: 'updates.title',
  closedUpdateNotice: 'updates.title',
  zoomPercent: 'settings.zoom.title',
  isSidebarCollapsed: 'settings.sidebar.title',
  hasSeenWelcome: 'help.welcome.name',
} as const satisfies Record<keyof Settings, MessageKey>;

function RepairedNotice() {
  const { t } = useMessages();
  const { repaired } = useSettings();
  const known = (Object.keys(settingWords) as (keyof Settings)[]).filter((key) => repaired.includes(key));
  if (known.length === 0) return null;
  const names = new Set(known.map((key) => t(settingWords[key])));
  return <Notice tone="warning">{t('settings.repaired', { names: [...names].join(' · ') })}</Notice>;
}
