import { Button, Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ApiAddress } from '../shared/connection.ts';
import type { MessageKey } from '../shared/messages/language.ts';
import {
  type AddressErrors,
  isOutsideHostText,
  type ParsedAddressForm,
  parseAddressForm,
  splitPastedAddress,
} from './address-form.ts';
import { useMessages } from './messages.tsx';
import './address-fields.css';

export interface AddressFieldsProps {
  readonly address: ApiAddress;
  /** The host outside this computer that the user has confirmed, if any. */
  readonly confirmedHost: string | null;
  readonly isSaving: boolean;
  readonly onSave: (patch: Extract<ParsedAddressForm, { ok: true }>['patch']) => void;
}

/** A form for an address: host and port, and the tick that a host outside this computer needs. */
export function AddressFields({ address, confirmedHost, isSaving, onSave }: AddressFieldsProps) {
  const { t } = useMessages();
  const form = useForm({
    initialValues: {
      host: address.host,
      port: String(address.port),
      isRemoteConfirmed: confirmedHost === address.host,
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
    onSave(parsed.patch);
  });

  return (
    <form onSubmit={submit} noValidate className="address-fields">
      <div className="address-fields__row">
        <TextInput
          {...host}
          label={t('settings.address.host')}
          description={t('settings.address.hostHint')}
          spellCheck={false}
          autoComplete="off"
          className="address-fields__host"
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
          className="address-fields__port"
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
        <Button type="submit" loading={isSaving}>
          {t('settings.address.save')}
        </Button>
      </div>
    </form>
  );

  function translateErrors(errors: AddressErrors): Record<string, string> {
    const entries = Object.entries(errors) as [string, MessageKey][];
    return Object.fromEntries(entries.map(([field, key]) => [field, t(key)]));
  }
}
