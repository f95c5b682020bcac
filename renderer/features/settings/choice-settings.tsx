import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Settings, settings as settingsSchema } from '../../../shared/settings.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useSettings } from '../../use-settings.ts';
import { useSaveSettings } from './use-save-settings.ts';

/** Settings that are one choice among a few. Each is saved and in force as soon as it is chosen. */
export function ChoiceSettings() {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { settings } = useSettings();
  const { mutate, error } = useSaveSettings();

  const save = (key: 'language' | 'colorScheme' | 'writesInFlight', value: string) => {
    const parsed = settingsSchema.shape[key].safeParse(key === 'writesInFlight' ? Number(value) : value);
    if (parsed.success) mutate({ [key]: parsed.data } as Partial<Settings>);
  };

  return (
    <>
      {error && (
        <Notice tone="bad">
          <strong>{t('settings.notSaved')}</strong> {errorText(error).body}{' '}
          <small>{errorText(error).code}</small>
        </Notice>
      )}
      <Choice id="language" title={t('settings.language.title')}>
        <SegmentedControl
          aria-labelledby="settings-language"
          value={settings.language}
          onChange={(value) => save('language', value)}
          data={[
            { value: 'system', label: t('settings.asSystem') },
            // A language is named in itself, so that whoever reads only that one finds it.
            { value: 'en', label: <span lang="en">English</span> },
            { value: 'zh-CN', label: <span lang="zh-CN">简体中文</span> },
          ]}
        />
      </Choice>
      <Choice id="color-scheme" title={t('settings.colorScheme.title')}>
        <SegmentedControl
          aria-labelledby="settings-color-scheme"
          value={settings.colorScheme}
          onChange={(value) => save('colorScheme', value)}
          data={[
            { value: 'system', label: t('settings.asSystem') },
            { value: 'light', label: t('settings.colorScheme.light') },
            { value: 'dark', label: t('settings.colorScheme.dark') },
          ]}
        />
      </Choice>
      <Choice
        id="writes-in-flight"
        title={t('settings.writesInFlight.title')}
        hint={t('settings.writesInFlight.hint')}
      >
        <SegmentedControl
          aria-labelledby="settings-writes-in-flight"
          value={String(settings.writesInFlight)}
          onChange={(value) => save('writesInFlight', value)}
          data={['1', '2', '3']}
        />
      </Choice>
    </>
  );
}

function Choice({
  id,
  title,
  hint,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="settings-page__section" aria-labelledby={`settings-${id}`}>
      <h2 id={`settings-${id}`} className="settings-page__heading">
        {title}
      </h2>
      {hint && <p className="settings-page__hint">{hint}</p>}
      <div>{children}</div>
    </section>
  );
}
