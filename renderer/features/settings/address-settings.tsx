import { Button, Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ConnectionState } from '../../../shared/connection.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useSettings } from '../../use-settings.ts';
import { causeWords, formatAddress } from '../connection/connection-words.ts';
import {
  type AddressErrors,
  isOutsideHostText,
  parseAddressForm,
  splitPastedAddress,
} from './address-form.ts';
import { useSaveAndCheck } from './use-save-settings.ts';

/** Host and port of the Local API, with the outcome of trying them. */
export function AddressSettings() {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { settings } = useSettings();
  const saveAndCheck = useSaveAndCheck();
  const form = useForm({
    initialValues: {
      host: settings.address.host,
      port: String(settings.address.port),
      isRemoteConfirmed: settings.confirmedRemoteHost === settings.address.host,
    },
    validate: (fields) => {
      const parsed = parseAddressForm(fields);
      return parsed.ok ? {} : translateErrors(parsed.errors);
    },
    validateInputOnBlur: ['host', 'port'],
  });

  const host = form.getInputProps('host');
  const submit = form.onSubmit((fields) => {
    const parsed = parseAddressForm(fields);
    if (!parsed.ok) return;
    form.setValues({ host: parsed.patch.address.host, port: String(parsed.patch.address.port) });
    saveAndCheck.mutate(parsed.patch);
  });

  return (
    <form onSubmit={submit} noValidate className="settings-page__form">
      <p className="settings-page__hint">{t('settings.address.hint')}</p>
      <div className="settings-page__address">
        <TextInput
          {...host}
          label={t('settings.address.host')}
          description={t('settings.address.hostHint')}
          spellCheck={false}
          autoComplete="off"
          className="settings-page__host"
          onBlur={(event) => {
            const pasted = splitPastedAddress(form.values.host);
            if (pasted) form.setValues(pasted);
            else host.onBlur(event);
          }}
        />
        <TextInput
          {...form.getInputProps('port')}
          label={t('settings.address.port')}
          description={t('settings.address.portHint')}
          inputMode="numeric"
          autoComplete="off"
          className="settings-page__port"
        />
      </div>
      {isOutsideHostText(form.values.host) && (
        <Checkbox
          {...form.getInputProps('isRemoteConfirmed', { type: 'checkbox' })}
          label={t('settings.address.confirm')}
          description={t('settings.address.confirmHint')}
        />
      )}
      <div>
        <Button type="submit" loading={saveAndCheck.isPending}>
          {t('settings.address.save')}
        </Button>
      </div>
      <div role="status">
        {saveAndCheck.data && !saveAndCheck.isPending && <Outcome state={saveAndCheck.data} />}
        {saveAndCheck.error && !saveAndCheck.isPending && (
          <Notice tone="bad">
            <strong>{errorText(saveAndCheck.error).title}</strong> — {errorText(saveAndCheck.error).body}{' '}
            <small>{errorText(saveAndCheck.error).code}</small>
          </Notice>
        )}
      </div>
    </form>
  );

  function translateErrors(errors: AddressErrors): Record<string, string> {
    const entries = Object.entries(errors) as [string, MessageKey][];
    return Object.fromEntries(entries.map(([field, key]) => [field, t(key)]));
  }
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
