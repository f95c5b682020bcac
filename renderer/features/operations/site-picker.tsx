import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { enumValues } from '../../../shared/local-api/enum-catalogue.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { useMessages } from '../../messages.tsx';
import { findSiteFault, needsAddress, type SiteDraft } from './site-draft.ts';

const keep = 'keep';

/** Entries whose name is not that of a website. */
const plainNames: Readonly<Record<string, MessageKey>> = {
  21: 'operation.copy.siteOwn',
  22: 'operation.copy.siteBlank',
};

/** The choice of a start page, and the address where the site needs one. */
export function SitePicker({
  draft,
  onChange,
}: {
  readonly draft: SiteDraft;
  readonly onChange: (draft: SiteDraft) => void;
}) {
  const { t } = useMessages();
  const [wasLeft, setWasLeft] = useState(false);
  const fault = findSiteFault(draft);
  const sites = enumValues('site_id').map(({ value, label }) => {
    const name = plainNames[String(value)];
    return { value: String(value), label: name ? t(name) : label };
  });
  return (
    <>
      <Select
        label={t('operation.copy.site')}
        description={t('operation.copy.siteHint')}
        nothingFoundMessage={t('profiles.filter.nothingFound')}
        searchable
        allowDeselect={false}
        maxDropdownHeight={220}
        comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed', transitionProps: { duration: 80 } }}
        data={[{ value: keep, label: t('operation.copy.siteKeep') }, ...sites]}
        value={draft.siteId ?? keep}
        onChange={(value) => onChange({ ...draft, siteId: value === keep ? null : value })}
      />
      {needsAddress(draft) && (
        <TextInput
          label={t('operation.copy.siteUrl')}
          withAsterisk
          required
          error={(fault === 'wrong' || (fault === 'empty' && wasLeft)) && t('operation.copy.siteUrlWrong')}
          value={draft.url}
          placeholder="https://"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...draft, url: event.currentTarget.value })}
          onBlur={() => setWasLeft(true)}
        />
      )}
    </>
  );
}
