import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type UpdateState, updateAddress } from '../../../shared/update.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useFormats } from '../../use-formats.ts';
import { useSaveSettings } from '../../use-save-settings.ts';
import { useSettings } from '../../use-settings.ts';
import { updateFailureWords } from './update-failure-words.ts';

/** Whether and where to ask for newer versions. Off until an address is saved and the switch is set. */
export function UpdateNoticeSettings() {
  const { t } = useMessages();
  const { settings } = useSettings();
  const { mutate, error } = useSaveSettings();
  const form = useForm({
    initialValues: { address: settings.updateAddress ?? '' },
    validate: {
      address: (text) =>
        text.trim() === '' || updateAddress.safeParse(text.trim()).success ? null : t('updates.addressFault'),
    },
    validateInputOnBlur: true,
  });
  const save = form.onSubmit(({ address }) => {
    const text = address.trim();
    // Without an address there is nothing to ask: the switch goes off with it.
    mutate(text === '' ? { updateAddress: null, isUpdateNoticeOn: false } : { updateAddress: text });
  });
  return (
    <section className="settings-page__section" aria-labelledby="settings-updates">
      <h2 id="settings-updates" className="settings-page__heading">
        {t('updates.title')}
      </h2>
      <p className="settings-page__hint">{t('updates.hint')}</p>
      {error && <FailureNotice error={error} />}
      <form onSubmit={save} noValidate className="settings-page__form">
        <TextInput
          {...form.getInputProps('address')}
          label={t('updates.address')}
          description={t('updates.addressHint')}
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
        />
        <div>
          <Button type="submit" variant="default">
            {t('updates.save')}
          </Button>
        </div>
      </form>
      <Switch
        label={t('updates.switch')}
        checked={settings.isUpdateNoticeOn}
        disabled={settings.updateAddress === null}
        onChange={(event) => mutate({ isUpdateNoticeOn: event.currentTarget.checked })}
      />
      {settings.isUpdateNoticeOn && <UpdateCheck />}
    </section>
  );
}

/** What is known, and a button to ask at once. */
function UpdateCheck() {
  const { t } = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const query = commandQuery('updates.get', {});
  const { data } = useQuery(query);
  const check = useMutation({
    mutationFn: () => callCommand('updates.check', {}),
    onSuccess: (state) => client.setQueryData(query.queryKey, state),
  });
  return (
    <>
      {check.error && <FailureNotice error={check.error} />}
      <Group gap="sm">
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('updates.check')}
        </Button>
        {data && <span role="status">{describe(data)}</span>}
      </Group>
    </>
  );

  function describe({ checkedAt, newer, failure }: UpdateState): string {
    if (failure) return t(updateFailureWords[failure]);
    if (newer) return t('updates.newer', { version: newer.version });
    return checkedAt === null
      ? t('updates.never')
      : t('updates.current', { time: formats.dateTime(checkedAt) });
  }
}

function FailureNotice({ error }: { readonly error: Error }) {
  const errorText = useErrorText();
  const { title, body, code } = errorText(error);
  return (
    <Notice tone="bad">
      <strong>{title}</strong> {body} <small>{code}</small>
    </Notice>
  );
}
