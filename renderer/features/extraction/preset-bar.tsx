import { Button, Select, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { Preset } from '../../../shared/extraction/preset.ts';
import { useMessages } from '../../messages.tsx';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { toLinkSource } from './extraction-draft.ts';
import { PresetNameForm } from './preset-name-form.tsx';
import type { Extraction } from './use-extraction.ts';
import { usePresets } from './use-presets.ts';

type Asking = 'save' | 'rename' | 'delete' | null;

/** Saved forms: choose one, save the present one, and what else can be done with them. */
export function PresetBar({ extraction }: { readonly extraction: Extraction }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { list, save, rename, remove, use, exportFile, importFile } = usePresets();
  const [asking, setAsking] = useState<Asking>(null);
  const [done, setDone] = useState<string | null>(null);
  const { form, presetId } = extraction;
  const changes = [save, rename, remove, use, exportFile, importFile];
  const failed = changes.find(({ error }) => error !== null)?.error ?? null;

  /** Before anything new: what the last thing left behind. */
  const begin = (next: Asking) => {
    for (const change of changes) change.reset();
    setDone(null);
    setAsking(next);
  };
  const finish = (text: string | null) => {
    setAsking(null);
    setDone(text);
    if (text !== null) announce(text);
  };
  const choose = (preset: Preset) => {
    begin(null);
    use.mutate(preset, {
      onSuccess: (opened) => {
        extraction.applyPreset(opened);
      },
    });
  };

  if (list.error) {
    const { sentence, code } = errorText(list.error);
    return (
      <Notice
        tone="bad"
        actions={
          <Button variant="default" onClick={() => void list.refetch()}>
            {t('app.retry')}
          </Button>
        }
      >
        {t('extraction.preset.loadFailed')} {sentence} <small>{code}</small>
      </Notice>
    );
  }
  if (!list.data) return <Skeleton height={36} aria-busy />;
  const { presets, hasKeyStore, setAside } = list.data;
  const chosen = presets.find(({ id }) => id === presetId) ?? null;
  const failure = failed && errorText(failed);

  return (
    <section className="extraction__presets" aria-label={t('extraction.preset.label')}>
      {setAside && <Notice tone="warning">{t('extraction.preset.setAside', { file: setAside })}</Notice>}
      <div className="extraction__preset-line">
        {presets.length > 0 && (
          <Select
            aria-label={t('extraction.preset.choose')}
            placeholder={t('extraction.preset.choose')}
            nothingFoundMessage={t('profiles.filter.nothingFound')}
            searchable
            limit={100}
            comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
            data={presets.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen?.id ?? null}
            allowDeselect={false}
            // Not on a change: choosing the same one again brings back what was saved.
            onOptionSubmit={(value) => {
              const preset = presets.find(({ id }) => id === value);
              if (preset) choose(preset);
            }}
          />
        )}
        <Button variant="default" disabled={form === null} onClick={() => begin('save')}>
          {t('extraction.preset.save')}
        </Button>
        <ActionMenu
          label={t('extraction.preset.more')}
          isIconOnly
          position="bottom-end"
          isBusy={exportFile.isPending || importFile.isPending}
          actions={[
            {
              text: t('extraction.preset.import'),
              onChoose: () => {
                begin(null);
                importFile.mutate(undefined, {
                  onSuccess: ({ preset }) => {
                    if (preset === null) return;
                    choose(preset);
                    finish(t('extraction.preset.imported', { name: preset.name }));
                  },
                });
              },
            },
            {
              text: t('extraction.preset.export'),
              isDisabled: chosen === null,
              onChoose: () => {
                begin(null);
                if (chosen === null) return;
                exportFile.mutate(chosen, {
                  onSuccess: ({ savedTo }) =>
                    savedTo !== null && finish(t('extraction.preset.exported', { file: savedTo })),
                });
              },
            },
            {
              text: t('extraction.preset.rename'),
              isDisabled: chosen === null,
              onChoose: () => begin('rename'),
            },
            {
              text: t('extraction.preset.delete'),
              isDisabled: chosen === null,
              onChoose: () => begin('delete'),
            },
          ]}
        />
        {presets.length === 0 && <p className="extraction__quiet">{t('extraction.preset.none')}</p>}
      </div>
      {asking === 'save' && form && (
        <PresetNameForm
          label={t('extraction.preset.name')}
          hint={t(hasKeyStore ? 'extraction.preset.encrypted' : 'extraction.preset.session')}
          first={chosen?.name ?? ''}
          presets={presets}
          canReplace
          isBusy={save.isPending}
          onCancel={() => setAsking(null)}
          onDone={(name, replaced) => {
            const { link: _link, ...rest } = form;
            save.mutate(
              { id: replaced?.id ?? null, name, form: rest, link: toLinkSource(extraction.draft) },
              {
                onSuccess: (preset) => {
                  extraction.setPresetId(preset.id);
                  finish(t('extraction.preset.saved', { name: preset.name }));
                },
              },
            );
          }}
        />
      )}
      {asking === 'rename' && chosen && (
        <PresetNameForm
          label={t('extraction.preset.newName')}
          hint={null}
          first={chosen.name}
          presets={presets.filter(({ id }) => id !== chosen.id)}
          canReplace={false}
          isBusy={rename.isPending}
          onCancel={() => setAsking(null)}
          onDone={(name) =>
            rename.mutate(
              { id: chosen.id, name },
              { onSuccess: () => finish(t('extraction.preset.renamed', { name })) },
            )
          }
        />
      )}
      {asking === 'delete' && chosen && (
        <Notice
          tone="warning"
          actions={
            <>
              <Button
                color="red"
                loading={remove.isPending}
                data-autofocus
                onClick={() =>
                  remove.mutate(chosen, {
                    onSuccess: () => finish(t('extraction.preset.deleted', { name: chosen.name })),
                  })
                }
              >
                {t('extraction.preset.deleteNow')}
              </Button>
              <Button variant="default" onClick={() => setAsking(null)}>
                {t('extraction.preset.keep')}
              </Button>
            </>
          }
        >
          {t('extraction.preset.deleteAsk', { name: chosen.name })}
        </Notice>
      )}
      {failure && (
        <Notice tone="bad">
          {t('extraction.preset.failed')} {failure.title}. {failure.body} <small>{failure.code}</small>
        </Notice>
      )}
      {done && <Notice tone="good">{done}</Notice>}
      {chosen && asking === null && (
        <ChosenPreset preset={chosen} isTyped={extraction.draft.heldLink === null} />
      )}
    </section>
  );
}

/** What became of the link of the chosen preset, where that is not simply that it is stored. */
function ChosenPreset({ preset, isTyped }: { readonly preset: Preset; readonly isTyped: boolean }) {
  const { t } = useMessages();
  if (preset.linkState === 'session')
    return <Notice tone="info">{t('extraction.preset.isSession', { name: preset.name })}</Notice>;
  if (preset.linkState === 'stored' || !isTyped) return null;
  return <Notice tone="warning">{t('extraction.preset.isMissing', { name: preset.name })}</Notice>;
}
