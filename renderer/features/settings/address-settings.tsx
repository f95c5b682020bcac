import { type ConnectionState, formatAddress } from '../../../shared/connection.ts';
import { AddressFields } from '../../address-fields.tsx';
import { causeWords } from '../../connection/connection-words.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useSaveAndCheck } from '../../use-save-settings.ts';
import { useSettings } from '../../use-settings.ts';

/** Host and port of the Local API, with the outcome of trying them. */
export function AddressSettings() {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { settings } = useSettings();
  const saveAndCheck = useSaveAndCheck();
  return (
    <>
      <p className="settings-page__hint">{t('settings.address.hint')}</p>
      <AddressFields
        address={settings.address}
        confirmedHost={settings.confirmedRemoteHost}
        isSaving={saveAndCheck.isPending}
        onSave={saveAndCheck.mutate}
      />
      <div role="status">
        {saveAndCheck.data && !saveAndCheck.isPending && <Outcome state={saveAndCheck.data} />}
        {saveAndCheck.error && !saveAndCheck.isPending && (
          <Notice tone="bad">
            <strong>{errorText(saveAndCheck.error).title}</strong> — {errorText(saveAndCheck.error).body}{' '}
            <small>{errorText(saveAndCheck.error).code}</small>
          </Notice>
        )}
      </div>
    </>
  );
}

function Outcome({ state }: { readonly state: ConnectionState }) {
  const { t } = useMessages();
  switch (state.kind) {
    case 'checking':
      return <Notice tone="info">{t('connection.checking')}</Notice>;
    case 'connected':
      return (
        <Notice tone="good">
          {t('settings.address.saved')} {t('connection.connected', { count: state.profileCount })}
        </Notice>
      );
    case 'disconnected': {
      const words = causeWords[state.cause];
      const code = [state.cause, state.apiCode].filter((name) => name !== null).join(' · ');
      return (
        <Notice tone="bad">
          {t('settings.address.savedNotConnected')} <strong>{t(words.title)}</strong> —{' '}
          {t(words.body, { address: formatAddress(state.address) })} {t(words.step)}{' '}
          <small>{t('error.code', { code })}</small>
        </Notice>
      );
    }
  }
}
