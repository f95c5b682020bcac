import { Button, Modal } from '@mantine/core';
import { IconEraser, IconLink, IconListSearch } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { formatAddress } from '../../../shared/connection.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';
import { causeWords } from '../../connection/connection-words.ts';
import { useCheckConnection, useConnection } from '../../connection/use-connection.ts';
import { useMessages } from '../../messages.tsx';
import { closeHelp, openWelcome, startTour, useShownHelp } from '../../requests/help-request.ts';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useSettings } from '../../use-settings.ts';
import './help.css';

/** What people do most, each with where it begins. */
const mainThings: readonly { Icon: typeof IconEraser; title: MessageKey; body: MessageKey }[] = [
  { Icon: IconListSearch, title: 'help.welcome.find', body: 'help.welcome.findBody' },
  { Icon: IconEraser, title: 'help.welcome.clear', body: 'help.welcome.clearBody' },
  { Icon: IconLink, title: 'help.welcome.proxies', body: 'help.welcome.proxiesBody' },
];

/**
 * The first thing a new user sees, once: whether ixBrowser was found or how to switch its Local API on, the demo
 * data, and what people do most. The help menu and the settings show it again.
 */
export function WelcomeDialog() {
  const { t } = useMessages();
  const info = useQuery(commandQuery('app.info', {})).data;
  const { settings } = useSettings();
  const isOpen = useShownHelp() === 'welcome';
  const isDue = info?.skipsWelcome === false && !settings.hasSeenWelcome;
  useEffect(() => {
    if (isDue) openWelcome();
  }, [isDue]);
  const close = () => {
    closeHelp();
    // Not saved, it comes once more at the next start.
    if (!settings.hasSeenWelcome)
      void callCommand('settings.update', { hasSeenWelcome: true }).catch(() => undefined);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('help.welcome.title')}
      size={640}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      <div className="welcome">
        <p className="welcome__lead">{t('help.welcome.lead')}</p>
        <FoundApi />
        <DataChoice isDemo={info?.isDemo ?? false} />
        <section aria-labelledby="welcome-things">
          <h3 id="welcome-things" className="welcome__heading">
            {t('help.welcome.things')}
          </h3>
          <ul className="welcome__things">
            {mainThings.map(({ Icon, title, body }) => (
              <li key={title} className="welcome__thing">
                <Icon size={20} stroke={1.75} aria-hidden="true" />
                <div>
                  <strong>{t(title)}</strong>
                  <p>{t(body)}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
        <div className="welcome__buttons">
          <Button
            variant="default"
            onClick={() => {
              close();
              startTour();
            }}
          >
            {t('help.tour.start')}
          </Button>
          <Button onClick={close} data-autofocus>
            {t('help.welcome.begin')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Whether the Local API was found, and if not, why and what to do. */
function FoundApi() {
  const { t } = useMessages();
  const state = useConnection();
  const { check, isChecking } = useCheckConnection();
  if (state?.kind === 'connected') {
    return <Notice tone="good">{t('help.welcome.found', { count: state.profileCount })}</Notice>;
  }
  if (state?.kind !== 'disconnected') return <Notice tone="info">{t('help.welcome.looking')}</Notice>;
  const words = causeWords[state.cause];
  return (
    <Notice
      tone="warning"
      actions={
        <Button variant="default" size="compact-sm" loading={isChecking} onClick={check}>
          {t('app.checkAgain')}
        </Button>
      }
    >
      <p>
        <strong>{t(words.title)}</strong>
      </p>
      <p>
        {t(words.body, { address: formatAddress(state.address) })} {t(words.step)}
      </p>
    </Notice>
  );
}

/** Demo data for those who only look, and the way back to the real ones. */
function DataChoice({ isDemo }: { readonly isDemo: boolean }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => callCommand('app.restart', { mode: isDemo ? 'live' : 'demo' }),
  });
  return (
    <>
      <div className="welcome__data">
        <span>{t(isDemo ? 'help.welcome.isDemo' : 'help.welcome.demoOffer')}</span>
        <Button variant="default" loading={isPending} onClick={() => mutate()}>
          {t(isDemo ? 'help.welcome.toLive' : 'help.welcome.toDemo')}
        </Button>
      </div>
      {error && (
        <Notice tone="bad">
          {errorText(error).title}. {t('help.welcome.restartFailed')} <small>{errorText(error).code}</small>
        </Notice>
      )}
    </>
  );
}
