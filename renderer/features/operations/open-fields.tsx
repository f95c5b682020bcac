import { Group, Select, Textarea } from '@mantine/core';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { useMessages } from '../../messages.tsx';
import { areCookiesRight, findWrongSwitch, type OpenDraft, type Switched } from './open-draft.ts';

type SwitchedField = 'infoPage' | 'extensions' | 'cookieBackup';

const labels: Record<SwitchedField, MessageKey> = {
  infoPage: 'operation.open.infoPage',
  extensions: 'operation.open.extensions',
  cookieBackup: 'operation.open.cookieBackup',
};

const choices = { keep: 'operation.open.keep', on: 'operation.open.on', off: 'operation.open.off' } as const;

/** The further options of an opening. With a random fingerprint the API takes fewer of them. */
export function OpenFields({
  draft,
  hasCookies,
  onChange,
}: {
  readonly draft: OpenDraft;
  /** Cookies are for a single profile: the same ones in several would make them one person for websites. */
  readonly hasCookies: boolean;
  readonly onChange: (part: Partial<OpenDraft>) => void;
}) {
  const { t } = useMessages();
  const fields: readonly SwitchedField[] =
    draft.fingerprint === 'random' ? ['infoPage'] : ['infoPage', 'extensions', 'cookieBackup'];
  const wrongLine = findWrongSwitch(draft);
  return (
    <>
      <Group gap="sm" align="flex-end" grow>
        {fields.map((field) => (
          <Select
            key={field}
            label={t(labels[field])}
            allowDeselect={false}
            comboboxProps={{
              withinPortal: false,
              floatingStrategy: 'fixed',
              transitionProps: { duration: 80 },
            }}
            data={Object.entries(choices).map(([value, text]) => ({ value, label: t(text) }))}
            value={draft[field]}
            onChange={(value) => onChange({ [field]: (value ?? 'keep') as Switched })}
          />
        ))}
      </Group>
      <Textarea
        label={t('operation.open.switches')}
        description={t('operation.open.switchesHint')}
        error={wrongLine !== null && t('operation.open.switchesWrong', { line: wrongLine })}
        value={draft.switches}
        rows={3}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange({ switches: event.currentTarget.value })}
      />
      {hasCookies && (
        <Textarea
          label={t('operation.open.cookies')}
          description={t('operation.open.cookiesHint')}
          error={!areCookiesRight(draft) && t('operation.open.cookiesWrong')}
          value={draft.cookies}
          rows={3}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange({ cookies: event.currentTarget.value })}
        />
      )}
    </>
  );
}
