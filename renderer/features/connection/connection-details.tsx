import { Button } from '@mantine/core';
import type { ConnectionState } from '../../../shared/connection.ts';
import { describeApiCode } from '../../../shared/messages/translate.ts';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { ErrorCard } from '../../ui/error-card.tsx';
import { useFormats } from '../../use-formats.ts';
import { causeWords, formatAddress } from './connection-words.ts';
import { useCheckConnection } from '../../connection.ts';
import './connection.css';

type Disconnected = Extract<ConnectionState, { kind: 'disconnected' }>;

/** What the pill opens: the address, and for a lost connection its cause and the next step. */
export function ConnectionDetails({ state }: { readonly state: ConnectionState | undefined }) {
  const { t } = useMessages();
  if (state?.kind === 'disconnected') {
    return (
      <div className="connection-details">
        <h2 className="connection-details__title">{t(causeWords[state.cause].title)}</h2>
        <CauseText state={state} />
        <div className="connection-details__actions">
          <ConnectionActions />
        </div>
      </div>
    );
  }
  return (
    <div className="connection-details">
      <h2 className="connection-details__title">
        {state?.kind === 'connected'
          ? t('connection.connected', { count: state.profileCount })
          : t('connection.checking')}
      </h2>
      {state && <p>{t('connection.address', { address: formatAddress(state.address) })}</p>}
      <div className="connection-details__actions">
        <ConnectionActions />
      </div>
    </div>
  );
}

/** The whole cause in place of the content: what happened, what to do, and the code for support. */
export function ConnectionCard({ state }: { readonly state: Disconnected }) {
  const { t } = useMessages();
  return (
    <ErrorCard
      title={t(causeWords[state.cause].title)}
      tone="warning"
      code={t('error.code', { code: [state.cause, state.apiCode].filter((part) => part !== null).join(' · ') })}
      actions={<ConnectionActions />}
    >
      <CauseText state={state} />
    </ErrorCard>
  );
}

function CauseText({ state }: { readonly state: Disconnected }) {
  const { t, language } = useMessages();
  const formats = useFormats();
  const words = causeWords[state.cause];
  const hint = state.apiCode === null ? null : describeApiCode(language, state.apiCode);
  return (
    <>
      <p>{t(words.body, { address: formatAddress(state.address) })}</p>
      <p>{hint ?? t(words.step)}</p>
      {state.cause === 'other_program' && state.detail !== '' && (
        <p className="connection-details__seen">{t('connection.seen', { detail: state.detail })}</p>
      )}
      <p className="connection-details__seen">
        {t('connection.reconnects')} ({t('connection.since', { time: formats.time(state.since) })})
      </p>
    </>
  );
}

/** The two steps that every cause offers. */
export function ConnectionActions() {
  const { t } = useMessages();
  const { check, isChecking } = useCheckConnection();
  return (
    <>
      <Button onClick={check} loading={isChecking}>
        {t('app.checkAgain')}
      </Button>
      <Button variant="default" onClick={() => goTo({ page: 'settings' })}>
        {t('connection.changeAddress')}
      </Button>
    </>
  );
}
