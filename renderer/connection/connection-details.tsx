import { Button } from '@mantine/core';
import { type ConnectionState, formatAddress } from '../../shared/connection.ts';
import { describeApiCode } from '../../shared/messages/translate.ts';
import { useMessages } from '../messages.tsx';
import { goTo } from '../navigation.ts';
import { useFormats } from '../use-formats.ts';
import { causeWords } from './connection-words.ts';
import { useCheckConnection } from './use-connection.ts';
import './connection.css';

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

/** What happened, what to do next, and since when. */
export function CauseText({ state }: { readonly state: Extract<ConnectionState, { kind: 'disconnected' }> }) {
  const { t, language } = useMessages();
  const formats = useFormats();
  const words = causeWords[state.cause];
  // The other causes with a code have words of their own, made for this place.
  const hint =
    state.cause === 'not_answering' && state.apiCode !== null
      ? describeApiCode(language, state.apiCode)
      : null;
  return (
    <>
      <p>{t(words.body, { address: formatAddress(state.address) })}</p>
      <p>{hint ?? t(words.step)}</p>
      {state.cause === 'other_program' && state.detail !== '' && (
        <p className="connection-details__seen">{t('connection.seen', { detail: state.detail })}</p>
      )}
      <p className="connection-details__seen">
        {t('connection.reconnects', { time: formats.time(state.since) })}
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
