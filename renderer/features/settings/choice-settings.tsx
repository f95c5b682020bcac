import { Group, Radio } from '@mantine/core';
import { type ReactNode, startTransition, useOptimistic } from 'react';
import { languages, languageTexts } from '../../../shared/messages/languages.ts';
import { type Settings, settings as settingsSchema, zoomSteps } from '../../../shared/settings.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useFormats } from '../../use-formats.ts';
import { useSaveSettings } from '../../use-save-settings.ts';
import { useSettings } from '../../use-settings.ts';

/** Settings that are one choice among a few. */
type ChoiceKey = 'language' | 'colorScheme' | 'zoomPercent' | 'writesInFlight';
const numberKeys: readonly ChoiceKey[] = ['zoomPercent', 'writesInFlight'];

/** The choices among a few. Each is saved and in force as soon as it is chosen. */
export function ChoiceSettings() {
  const { t } = useMessages();
  const errorText = useErrorText();
  const formats = useFormats();
  const { settings } = useSettings();
  const { mutateAsync, error } = useSaveSettings();

  const save = async (key: ChoiceKey, value: string) => {
    const parsed = settingsSchema.shape[key].safeParse(numberKeys.includes(key) ? Number(value) : value);
    if (!parsed.success) return;
    // A failure is shown above from `error`; the choice goes back by itself.
    await mutateAsync({ [key]: parsed.data } as Partial<Settings>).catch(() => undefined);
  };

  return (
    <>
      {error && (
        <Notice tone="bad">
          <strong>{t('settings.notSaved')}</strong> {errorText(error).body}{' '}
          <small>{errorText(error).code}</small>
        </Notice>
      )}
      <Choice
        title={t('settings.language.title')}
        value={settings.language}
        onChange={(value) => save('language', value)}
      >
        <Radio value="system" label={t('settings.asSystem')} />
        {/* A language is named in itself, so that whoever reads only that one finds it. */}
        {languages.map((language) => (
          <Radio
            key={language}
            value={language}
            label={<span lang={language}>{languageTexts[language].name}</span>}
          />
        ))}
      </Choice>
      <Choice
        title={t('settings.colorScheme.title')}
        value={settings.colorScheme}
        onChange={(value) => save('colorScheme', value)}
      >
        <Radio value="system" label={t('settings.asSystem')} />
        <Radio value="light" label={t('settings.colorScheme.light')} />
        <Radio value="dark" label={t('settings.colorScheme.dark')} />
      </Choice>
      <Choice
        title={t('settings.zoom.title')}
        hint={t('settings.zoom.hint')}
        value={String(settings.zoomPercent)}
        onChange={(value) => save('zoomPercent', value)}
      >
        {zoomSteps.map((step) => (
          <Radio key={step} value={String(step)} label={formats.percent(step / 100)} />
        ))}
      </Choice>
      <Choice
        title={t('settings.writesInFlight.title')}
        hint={t('settings.writesInFlight.hint')}
        value={String(settings.writesInFlight)}
        onChange={(value) => save('writesInFlight', value)}
      >
        <Radio value="1" label="1" />
        <Radio value="2" label="2" />
        <Radio value="3" label="3" />
      </Choice>
    </>
  );
}

function Choice({
  title,
  hint,
  value,
  onChange,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly value: string;
  /** Saves the choice; settles when it is saved or refused. */
  readonly onChange: (value: string) => Promise<void>;
  /** The radio buttons. */
  readonly children: ReactNode;
}) {
  // The button is ticked in the same moment, not when the main process has answered.
  const [shown, showAtOnce] = useOptimistic(value);
  return (
    <section className="settings-page__section" aria-label={title}>
      <Radio.Group
        label={<h2 className="settings-page__heading">{title}</h2>}
        description={hint}
        value={shown}
        onChange={(next) =>
          startTransition(async () => {
            showAtOnce(next);
            await onChange(next);
          })
        }
      >
        <Group gap="md" mt={8}>
          {children}
        </Group>
      </Radio.Group>
    </section>
  );
}
