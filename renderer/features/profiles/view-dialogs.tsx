import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { SavedView } from '../../../shared/profile-view.ts';
import { useMessages } from '../../messages.tsx';
import { changeGridSetup, readContent } from '../../profile-list/profile-view-store.ts';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useShowSuccess } from '../../use-toasts.ts';
import { useViewChanges } from './use-view-changes.ts';
import '../../ui/dialog-form.css';

/** The dialog about saved views that is open. */
export type ViewDialog =
  | { readonly kind: 'save' }
  | { readonly kind: 'rename' | 'delete'; readonly view: SavedView };

export interface ViewDialogsProps {
  readonly dialog: ViewDialog | null;
  readonly onClose: () => void;
}

const titles = {
  save: 'views.saveTitle',
  rename: 'views.renameTitle',
  delete: 'views.deleteTitle',
} as const;

/** Saves a view under a name, renames it, or deletes it after a question. */
export function ViewDialogs({ dialog, onClose }: ViewDialogsProps) {
  const { t } = useMessages();
  // Keeps its content while it fades out.
  const [last, setLast] = useState<ViewDialog | null>(null);
  if (dialog && dialog !== last) setLast(dialog);
  const shown = dialog ?? last;
  return (
    <Modal
      opened={dialog !== null}
      onClose={onClose}
      title={shown && t(titles[shown.kind], { name: 'view' in shown ? shown.view.name : '' })}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {shown?.kind === 'delete' && <DeleteView view={shown.view} onClose={onClose} />}
      {shown && shown.kind !== 'delete' && (
        <NameForm view={shown.kind === 'rename' ? shown.view : null} onClose={onClose} />
      )}
    </Modal>
  );
}

function NameForm({ view, onClose }: { readonly view: SavedView | null; readonly onClose: () => void }) {
  const { t } = useMessages();
  const showSuccess = useShowSuccess();
  const { save } = useViewChanges();
  const [name, setName] = useState(view?.name ?? '');
  const isNamed = name.trim() !== '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isNamed || save.isPending) return;
    const content = view
      ? { filter: view.filter, sort: view.sort, columns: view.columns, isGrouped: view.isGrouped }
      : readContent().content;
    save.mutate(
      { id: view?.id ?? null, name, ...content },
      {
        onSuccess: (saved) => {
          changeGridSetup({ viewId: saved.id });
          showSuccess(t('views.saved', { name: saved.name }));
          onClose();
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('views.name')}
          description={view ? undefined : t('views.saveHint')}
          value={name}
          maxLength={60}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {!view && readContent().isListLeftOut && <Notice tone="info">{t('views.listLeftOut')}</Notice>}
        <Failure title={t('views.saveFailed')} error={save.error} />
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={onClose}>
            {t('jobs.clear.cancel')}
          </Button>
          <Button type="submit" disabled={!isNamed} loading={save.isPending}>
            {t(view ? 'views.renameConfirm' : 'views.saveConfirm')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function DeleteView({ view, onClose }: { readonly view: SavedView; readonly onClose: () => void }) {
  const { t } = useMessages();
  const { remove } = useViewChanges();
  const confirm = () =>
    remove.mutate(view.id, {
      onSuccess: () => {
        changeGridSetup({ viewId: null });
        onClose();
      },
    });
  return (
    <Stack gap="sm">
      <p className="dialog-form__sentence">{t('views.deleteBody')}</p>
      <Failure title={t('views.deleteFailed')} error={remove.error} />
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('jobs.clear.cancel')}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={confirm}>
          {t('views.deleteConfirm')}
        </Button>
      </div>
    </Stack>
  );
}

function Failure({ title, error }: { readonly title: string; readonly error: Error | null }) {
  const errorText = useErrorText();
  if (!error) return null;
  const { sentence, code } = errorText(error);
  return (
    <Notice tone="bad">
      <strong>{title}</strong> {sentence} <small>{code}</small>
    </Notice>
  );
}
