import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { longestPresetName, type Preset } from '../../../shared/extraction/preset.ts';
import { useMessages } from '../../messages.tsx';

export interface PresetNameFormProps {
  readonly label: string;
  readonly hint: string | null;
  readonly first: string;
  /** Those whose names are taken. */
  readonly presets: readonly Preset[];
  /** A taken name replaces that preset; else it is refused. */
  readonly canReplace: boolean;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  readonly onDone: (name: string, replaced: Preset | null) => void;
}

/** Asks for the name of a preset. */
export function PresetNameForm(props: PresetNameFormProps) {
  const { label, hint, first, presets, canReplace, isBusy, onCancel, onDone } = props;
  const { t } = useMessages();
  const [text, setText] = useState(first);
  const name = text.trim();
  const same = presets.find((preset) => preset.name.toLocaleLowerCase() === name.toLocaleLowerCase()) ?? null;
  const isRefused = same !== null && !canReplace;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name !== '' && !isRefused && !isBusy) onDone(name, same);
  };
  return (
    <form className="extraction__preset-name" onSubmit={submit}>
      <TextInput
        label={label}
        description={hint}
        error={isRefused ? t('extraction.preset.taken') : null}
        value={text}
        maxLength={longestPresetName}
        autoComplete="off"
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="extraction__test">
        <Button type="submit" disabled={name === '' || isRefused} loading={isBusy}>
          {same ? t('extraction.preset.replace', { name: same.name }) : t('extraction.preset.saveNow')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('extraction.preset.cancel')}
        </Button>
      </div>
    </form>
  );
}
