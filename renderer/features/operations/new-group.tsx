import { Button, Group, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { labelDraft, longestLabel } from '../../../shared/label.ts';
import type { ProfileGroup } from '../../../shared/profile.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { findRefusedField } from '../../labels/refused-field.ts';
import { useSaveLabel } from '../../labels/use-labels.ts';
import { useMessages } from '../../messages.tsx';
import { useErrorText } from '../../use-error-text.ts';

/** Creates a group on the way, without leaving the dialog that asks for one. */
export function NewGroup({ onCreated }: { readonly onCreated: (group: ProfileGroup) => void }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const opener = useRef<HTMLButtonElement>(null);
  const [title, setTitle] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const close = () => {
    setTitle(null);
    setIsWrong(false);
    // The button is there again after the next rendering.
    requestAnimationFrame(() => opener.current?.focus());
  };
  const { send, isPending, error } = useSaveLabel('group', ({ id }) => {
    onCreated({ id, title: (title ?? '').trim() });
    close();
  });
  if (title === null) {
    return (
      <div className="new-group">
        <Button ref={opener} variant="subtle" size="compact-sm" onClick={() => setTitle('')}>
          {t('labels.new', { kind: t('labels.kind.group') })}
        </Button>
      </div>
    );
  }
  const create = () => {
    const draft = labelDraft.safeParse({ kind: 'group', title, sort: null });
    setIsWrong(!draft.success);
    if (draft.success) send(draft.data);
  };
  const isAboutTitle = error !== null && findRefusedField(error) === 'title';
  const refused = isAboutTitle && !isPending ? errorText(error).body : null;
  return (
    <>
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <TextInput
          label={t('labels.dialog.newName')}
          error={isWrong ? t('labels.dialog.nameWrong', { longest: longestLabel }) : refused}
          value={title}
          maxLength={longestLabel + 100}
          autoComplete="off"
          autoFocus
          flex={1}
          // Esc closes the field alone and not the dialog around it, which heeds this mark.
          data-mantine-stop-propagation
          // The message lies above, so that the buttons stay beside the field.
          inputWrapperOrder={['label', 'error', 'input']}
          onChange={(event) => {
            setTitle(event.currentTarget.value);
            setIsWrong(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              create();
            }
            if (event.key === 'Escape') close();
          }}
        />
        <Button variant="default" loading={isPending} onClick={create}>
          {t('labels.dialog.create', { kind: t('labels.kind.group') })}
        </Button>
        <Button variant="subtle" onClick={close}>
          {t('jobs.clear.cancel')}
        </Button>
      </Group>
      {error && !isAboutTitle && !isPending && <FailureNotice title={t('labels.saveFailed')} error={error} />}
    </>
  );
}
