import { Anchor, Checkbox, Group, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { enumValues } from '../../../shared/local-api/enum-catalogue.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { SavedProxy } from '../../../shared/proxy.ts';
import { proxyGateways } from '../../../shared/proxy-target.ts';
import { useMessages } from '../../messages.tsx';
import { type Formats, useFormats } from '../../use-formats.ts';
import {
  customProxyTypes,
  findWrongFields,
  type PlainProxyDraft,
  type ProxyField,
  splitHostAndPort,
} from './proxy-draft.ts';
import { SavedProxyPicker, TrafficPackagePicker } from './proxy-pickers.tsx';

interface ProxyFieldsProps {
  readonly draft: PlainProxyDraft;
  readonly onChange: (part: Partial<PlainProxyDraft>) => void;
}

const inPlace = {
  withinPortal: false,
  floatingStrategy: 'fixed',
  transitionProps: { duration: 80 },
} as const;

/** The fields of the chosen kind. */
export function ProxyFields(props: ProxyFieldsProps) {
  switch (props.draft.kind) {
    case 'custom':
      return <CustomFields {...props} />;
    case 'traffic_package':
      return <PackageFields {...props} />;
    case 'purchased':
      return <StaticFields {...props} />;
    case 'direct':
      return null;
  }
}

function CustomFields({ draft, onChange }: ProxyFieldsProps) {
  const { t } = useMessages();
  const faults = useFaults(draft);
  const [isFilling, setIsFilling] = useState(false);
  const fill = ({ type, host, port, hasLogin }: SavedProxy) => {
    onChange({
      type: customProxyTypes.find((each) => each === type) ?? 'http',
      ...{ host: host ?? '', port: port ?? '', hasLogin, user: '', password: '' },
    });
    setIsFilling(false);
  };
  return (
    <Stack gap="sm">
      {isFilling ? (
        <SavedProxyPicker
          kind="custom"
          label={t('extraction.list.fillFrom')}
          description={t('extraction.list.fillHint')}
          emptyText={t('extraction.list.noCustom')}
          value={null}
          onChoose={fill}
        />
      ) : (
        <Anchor component="button" type="button" w="fit-content" onClick={() => setIsFilling(true)}>
          {t('extraction.list.fill')}
        </Anchor>
      )}
      <Group gap="sm" align="flex-start">
        <Select
          label={t('operation.setProxy.type')}
          w={110}
          comboboxProps={inPlace}
          data={customProxyTypes.map((type) => ({ value: type, label: type.toUpperCase() }))}
          value={draft.type}
          onChange={(value) => onChange({ type: customProxyTypes.find((type) => type === value) ?? 'http' })}
        />
        <TextInput
          {...faults('host', 'operation.setProxy.hostWrong')}
          label={t('operation.setProxy.host')}
          value={draft.host}
          autoComplete="off"
          spellCheck={false}
          flex={1}
          miw={180}
          onChange={(event) => {
            const text = event.currentTarget.value;
            onChange(splitHostAndPort(text) ?? { host: text });
          }}
        />
        <TextInput
          {...faults('port', 'operation.setProxy.portWrong')}
          label={t('operation.setProxy.port')}
          value={draft.port}
          inputMode="numeric"
          autoComplete="off"
          w={110}
          onChange={(event) => onChange({ port: event.currentTarget.value })}
        />
      </Group>
      <Checkbox
        label={t('operation.setProxy.hasLogin')}
        description={t('operation.setProxy.loginHint')}
        checked={draft.hasLogin}
        onChange={(event) => onChange({ hasLogin: event.currentTarget.checked, user: '', password: '' })}
      />
      {draft.hasLogin && (
        <Group gap="sm" align="flex-start" grow>
          <TextInput
            {...faults('user', 'operation.setProxy.userWrong')}
            label={t('operation.setProxy.user')}
            value={draft.user}
            maxLength={256}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange({ user: event.currentTarget.value })}
          />
          <PasswordInput
            label={t('operation.setProxy.password')}
            value={draft.password}
            maxLength={256}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('operation.setProxy.showPassword') }}
            onChange={(event) => onChange({ password: event.currentTarget.value })}
          />
        </Group>
      )}
      <Select
        label={t('operation.setProxy.checkLine')}
        description={t('operation.setProxy.checkLineHint')}
        maw={260}
        comboboxProps={inPlace}
        data={[
          { value: 'global_line', label: t('operation.setProxy.lineGlobal') },
          { value: 'cn_line', label: t('operation.setProxy.lineChina') },
        ]}
        value={draft.checkLine}
        onChange={(value) => onChange({ checkLine: value === 'cn_line' ? value : 'global_line' })}
      />
    </Stack>
  );
}

function PackageFields({ draft, onChange }: ProxyFieldsProps) {
  const { t, language } = useMessages();
  const formats = useFormats();
  const countries = useMemo(() => listCountries(language, formats), [language, formats]);
  const faults = useFaults(draft);
  return (
    <Stack gap="sm">
      <TrafficPackagePicker
        label={t('operation.setProxy.packageId')}
        emptyText={t('extraction.list.noPackages')}
        value={toId(draft.packageId)}
        onChoose={({ id }) => onChange({ packageId: String(id) })}
      />
      <Group gap="sm" align="flex-start" grow>
        <Select
          label={t('operation.setProxy.gateway')}
          comboboxProps={inPlace}
          maxDropdownHeight={200}
          data={[...proxyGateways]}
          value={draft.gateway}
          onChange={(value) => onChange({ gateway: proxyGateways.find((one) => one === value) ?? 'Default' })}
        />
        <Select
          label={t('operation.setProxy.country')}
          placeholder={t('operation.setProxy.any')}
          nothingFoundMessage={t('profiles.filter.nothingFound')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('operation.setProxy.any') }}
          comboboxProps={inPlace}
          maxDropdownHeight={200}
          data={countries}
          value={draft.country || null}
          onChange={(value) => onChange({ country: value ?? '' })}
        />
        <TextInput
          {...faults('city', 'operation.setProxy.cityWrong')}
          label={t('operation.setProxy.city')}
          placeholder={t('operation.setProxy.any')}
          value={draft.city}
          autoComplete="off"
          onChange={(event) => onChange({ city: event.currentTarget.value })}
        />
      </Group>
    </Stack>
  );
}

/** The countries that the API names, in the words of the language, by name. */
function listCountries(language: string, formats: Formats) {
  return enumValues('country')
    .map(({ value }) => ({ value: String(value), label: `${formats.country(String(value))} (${value})` }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

function StaticFields({ draft, onChange }: ProxyFieldsProps) {
  const { t } = useMessages();
  return (
    <SavedProxyPicker
      kind="purchased"
      label={t('operation.setProxy.proxyId')}
      emptyText={t('extraction.list.noStatic')}
      value={toId(draft.proxyId)}
      onChoose={({ id }) => onChange({ proxyId: String(id) })}
    />
  );
}

function toId(text: string): number | null {
  return text === '' ? null : Number(text);
}

/** What a wrong field says once it was left with something in it. */
function useFaults(draft: PlainProxyDraft) {
  const { t } = useMessages();
  const [left, setLeft] = useState<ReadonlySet<ProxyField>>(new Set());
  const wrong = findWrongFields(draft);
  return (field: ProxyField, text: MessageKey) => ({
    error: left.has(field) && draft[field] !== '' && wrong.has(field) ? t(text) : null,
    onBlur: () => setLeft((fields) => new Set([...fields, field])),
  });
}
