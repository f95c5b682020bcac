import {
  Button,
  Checkbox,
  Group,
  Modal,
  PasswordInput,
  Select,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { savedProxyTypes } from '../../../shared/proxy.ts';
import { CommandError } from '../../api.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { findRefusedField, type ProxyFields, readFields, splitPasted, toFields } from './proxy-form.ts';
import { type NamedProxy, nameProxy, useProxies, useSaveProxy } from './use-proxies.ts';
import '../../ui/dialog-form.css';

export interface ProxyDialogProps {
  /** `proxy` is the one to change, null for a new one; `opening` counts the openings. */
  readonly asked: { readonly proxy: NamedProxy | null; readonly opening: number } | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks for address, login, tags and note of a proxy. */
export function ProxyDialog({ asked, opened, onClose }: ProxyDialogProps) {
  const { t } = useMessages();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={
        asked?.proxy
          ? t('proxies.dialog.changeTitle', { name: nameProxy(asked.proxy) })
          : t('proxies.dialog.newTitle')
      }
      size={520}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {asked && <ProxyForm key={asked.opening} proxy={asked.proxy} onClose={onClose} />}
    </Modal>
  );
}

const wrongWords: Partial<Record<keyof ProxyFields, MessageKey>> = {
  host: 'operation.setProxy.hostWrong',
  port: 'operation.setProxy.portWrong',
  tags: 'proxies.dialog.tagsWrong',
  note: 'proxies.dialog.noteWrong',
  user: 'proxies.dialog.loginWrong',
  password: 'proxies.dialog.loginWrong',
  type: 'proxies.dialog.typeWrong',
};

/** In place of the key of a text: what ixBrowser itself said of the field. */
const refused = 'refused';

const inPlace = {
  withinPortal: false,
  floatingStrategy: 'fixed',
  transitionProps: { duration: 80 },
} as const;

function ProxyForm({ proxy, onClose }: { readonly proxy: NamedProxy | null; readonly onClose: () => void }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { query, rows, tagTitles } = useProxies();
  const { send, isPending, error } = useSaveProxy(proxy ? nameProxy(proxy) : '', onClose);
  const form = useForm<ProxyFields>({
    initialValues: toFields(proxy),
    validate: (fields) => {
      const read = readFields(fields, proxy);
      if (read.ok) return {};
      return Object.fromEntries(
        [...read.wrong].map((name) => [name, wrongWords[name] ?? 'proxies.dialog.loginWrong']),
      );
    },
    validateInputOnBlur: ['port'],
  });
  const failure = error instanceof CommandError ? error.error : null;
  const field = findRefusedField(failure?.apiCode);
  const { setFieldError } = form;
  useEffect(() => {
    if (field && error) setFieldError(field, refused);
  }, [field, error, setFieldError]);
  /** The form holds what is wrong, not the words: these follow the language. */
  const inputProps = (name: keyof ProxyFields) => {
    const { error: fault, ...props } = form.getInputProps(name);
    if (fault === refused) return { ...props, error: errorText(error).body };
    return { ...props, error: fault ? t(fault as MessageKey) : null };
  };

  const read = readFields(form.values, proxy);
  const isUnchanged = read.ok && read.input === null;
  const host = inputProps('host');
  const removesLogin = form.values.isLoginRemoved;
  const isListed = rows?.some(
    (row) => row.host === form.values.host.trim() && row.port === form.values.port.trim(),
  );
  const submit = form.onSubmit((fields) => {
    const parsed = readFields(fields, proxy);
    if (parsed.ok && parsed.input) send(parsed.input);
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start" wrap="nowrap">
          <Select
            {...inputProps('type')}
            label={t('operation.setProxy.type')}
            w={110}
            comboboxProps={inPlace}
            data={savedProxyTypes.map((type) => ({ value: type, label: type.toUpperCase() }))}
          />
          <TextInput
            {...host}
            label={t('operation.setProxy.host')}
            placeholder={proxy ? '' : t('proxies.dialog.hostHint')}
            autoComplete="off"
            spellCheck={false}
            flex={1}
            data-autofocus
            onBlur={(event) => {
              const pasted = splitPasted(form.values.host);
              if (pasted) form.setValues(pasted);
              host.onBlur?.(event);
            }}
          />
          <TextInput
            {...inputProps('port')}
            label={t('operation.setProxy.port')}
            inputMode="numeric"
            autoComplete="off"
            w={100}
          />
        </Group>
        {proxy?.hasLogin && (
          <>
            <Notice tone="info">{t('proxies.dialog.hasLogin')}</Notice>
            <Checkbox
              {...form.getInputProps('isLoginRemoved', { type: 'checkbox' })}
              label={t('proxies.dialog.removeLogin')}
            />
          </>
        )}
        <Group gap="sm" grow align="flex-start">
          <TextInput
            {...inputProps('user')}
            label={t('operation.setProxy.user')}
            autoComplete="off"
            spellCheck={false}
            disabled={removesLogin}
          />
          <PasswordInput
            {...inputProps('password')}
            label={t('operation.setProxy.password')}
            autoComplete="new-password"
            disabled={removesLogin}
            visibilityToggleButtonProps={{ 'aria-label': t('operation.setProxy.showPassword') }}
          />
        </Group>
        <TagsInput
          {...inputProps('tags')}
          label={t('proxies.dialog.tags')}
          description={t('proxies.dialog.tagsHint')}
          data={[...new Set(tagTitles)]}
          splitChars={[]}
          comboboxProps={inPlace}
        />
        <Textarea {...inputProps('note')} label={t('proxies.dialog.note')} rows={2} />
        {error && !field && (
          <FailureNotice title={t('labels.saveFailed')} error={error} onFollow={onClose}>
            {failure?.code === 'outcome_unknown' &&
              !query.error &&
              t(isListed ? 'labels.dialog.isListed' : 'labels.dialog.isNotListed', {
                title: `${form.values.host.trim()}:${form.values.port.trim()}`,
              })}
          </FailureNotice>
        )}
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={onClose}>
            {t('jobs.clear.cancel')}
          </Button>
          <Button type="submit" loading={isPending} disabled={isUnchanged}>
            {t(proxy ? 'labels.dialog.save' : 'proxies.dialog.create')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
