import { Button, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { type Label, type LabelKind, labelDraft, largestSort, longestLabel } from '../../shared/label.ts';
import { CommandError } from '../api.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { useMessages } from '../messages.tsx';
import { useErrorText } from '../use-error-text.ts';
import { findRefusedField } from './refused-field.ts';
import { labelWords, useLabels, useSaveLabel } from './use-labels.ts';
import '../ui/dialog-form.css';

export interface LabelDialogProps {
  readonly kind: LabelKind;
  /** `label` is the one to change, null for a new one; `opening` counts the openings. */
  readonly asked: { readonly label: Label | null; readonly opening: number } | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks for the name of a group or tag, and for the position of a group. */
export function LabelDialog({ kind, asked, opened, onClose }: LabelDialogProps) {
  const { t } = useMessages();
  const label = asked?.label ?? null;
  const kindName = t(labelWords[kind]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={
        label
          ? t('labels.dialog.changeTitle', { kind: kindName, title: label.title })
          : t('labels.dialog.newTitle', { kind: kindName })
      }
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {asked && <LabelForm key={asked.opening} kind={kind} label={label} onClose={onClose} />}
    </Modal>
  );
}

function LabelForm({
  kind,
  label,
  onClose,
}: Pick<LabelDialogProps, 'kind' | 'onClose'> & { readonly label: Label | null }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const labels = useLabels(kind);
  const { send, isPending, error } = useSaveLabel(kind, onClose);
  const form = useForm({
    initialValues: {
      title: label?.title ?? '',
      sort: (label === null && kind === 'group' ? 0 : '') as number | string,
    },
    validate: (fields) => {
      const parsed = labelDraft.safeParse(toDraft(fields));
      const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
      return {
        ...(wrong.has('title') && { title: t('labels.dialog.nameWrong', { longest: longestLabel }) }),
        ...(wrong.has('sort') && { sort: t('labels.dialog.sortWrong', { largest: largestSort }) }),
      };
    },
  });
  const toDraft = (fields: { title: string; sort: number | string }) => ({
    kind,
    title: fields.title,
    sort: fields.sort === '' ? null : fields.sort,
  });

  const failure = error instanceof CommandError ? error.error : null;
  const field = findRefusedField(error);
  const { setFieldError } = form;
  useEffect(() => {
    if (field && error) setFieldError(field, errorText(error).body);
  }, [field, error, errorText, setFieldError]);

  const submit = form.onSubmit((fields) => {
    const parsed = labelDraft.safeParse(toDraft(fields));
    if (!parsed.success) return;
    send(label ? { id: label.id, ...parsed.data } : parsed.data);
  });
  const title = form.values.title.trim();
  const isListed = labels.data?.rows.some(
    (row) => row.title === title && (label === null || row.id === label.id),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          {...form.getInputProps('title')}
          label={t('labels.dialog.name')}
          maxLength={longestLabel + 100}
          autoComplete="off"
          data-autofocus
        />
        {kind === 'group' && (
          <NumberInput
            {...form.getInputProps('sort')}
            label={t('labels.dialog.sort')}
            description={t(label ? 'labels.dialog.sortKeep' : 'labels.dialog.sortHint')}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="none"
            min={0}
            maw={300}
          />
        )}
        {error && !field && (
          <FailureNotice title={t('labels.saveFailed')} error={error} onFollow={onClose}>
            {failure?.code === 'outcome_unknown' &&
              !labels.error &&
              t(isListed ? 'labels.dialog.isListed' : 'labels.dialog.isNotListed', { title })}
          </FailureNotice>
        )}
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={onClose}>
            {t('jobs.clear.cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {label ? t('labels.dialog.save') : t('labels.dialog.create', { kind: t(labelWords[kind]) })}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
