import { Button, Modal, Stack } from '@mantine/core';
import type { Label, LabelKind } from '../../shared/label.ts';
import type { MessageKey } from '../../shared/messages/language.ts';
import { CommandError } from '../api.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { useMessages } from '../messages.tsx';
import { Notice } from '../ui/notice.tsx';
import { labelWords, useDeleteLabel, useLabels } from './use-labels.ts';
import '../ui/dialog-form.css';

export interface DeleteLabelDialogProps {
  readonly kind: LabelKind;
  /** `opening` counts the openings. */
  readonly asked: { readonly label: Label; readonly opening: number } | null;
  /** How many profiles or proxies have it; null when that is not known. */
  readonly count: number | null;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
  /** Shows those profiles or proxies. */
  readonly onShow: (label: Label) => void;
}

const unknownWords: Record<LabelKind, MessageKey> = {
  group: 'labels.delete.group.unknown',
  tag: 'labels.delete.tag.unknown',
  proxy_tag: 'labels.delete.proxyTag.unknown',
};
const noneWords: Record<LabelKind, MessageKey> = {
  group: 'labels.delete.group.none',
  tag: 'labels.delete.tag.none',
  proxy_tag: 'labels.delete.proxyTag.none',
};
const someWords = {
  group: 'labels.delete.group.some',
  tag: 'labels.delete.tag.some',
  proxy_tag: 'labels.delete.proxyTag.some',
} as const;

/** Asks before a group or tag is deleted, with its name and what it concerns. */
export function DeleteLabelDialog(props: DeleteLabelDialogProps) {
  const { kind, asked, opened, onClose } = props;
  const { t } = useMessages();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('labels.delete.title', { kind: t(labelWords[kind]), title: asked?.label.title ?? '' })}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {asked && <Question key={asked.opening} {...props} label={asked.label} />}
    </Modal>
  );
}

function Question({
  kind,
  label,
  count,
  onClose,
  onDeleted,
  onShow,
}: DeleteLabelDialogProps & { readonly label: Label }) {
  const { t } = useMessages();
  const labels = useLabels(kind);
  const { send, isPending, error } = useDeleteLabel(kind, () => {
    onClose();
    onDeleted();
  });
  const isUnknown = error instanceof CommandError && error.error.code === 'outcome_unknown';
  const isListed = labels.data?.rows.some(({ id }) => id === label.id);
  return (
    <Stack gap="sm">
      {count === 0 ? (
        <p className="dialog-form__sentence">{t(noneWords[kind])}</p>
      ) : (
        <Notice
          tone="warning"
          actions={
            count !== null && (
              <Button variant="default" size="compact-sm" onClick={() => onShow(label)}>
                {t(kind === 'proxy_tag' ? 'labels.delete.showProxies' : 'labels.delete.showProfiles')}
              </Button>
            )
          }
        >
          {count === null ? t(unknownWords[kind]) : t(someWords[kind], { count })}
        </Notice>
      )}
      {error && (
        <FailureNotice title={t('labels.deleteFailed')} error={error} onFollow={onClose}>
          {isUnknown &&
            !labels.error &&
            t(isListed ? 'labels.delete.isListed' : 'labels.delete.isNotListed', { title: label.title })}
        </FailureNotice>
      )}
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('jobs.clear.cancel')}
        </Button>
        <Button color="red" loading={isPending} onClick={() => send(label)}>
          {t('labels.delete.confirm', { kind: t(labelWords[kind]) })}
        </Button>
      </div>
    </Stack>
  );
}
