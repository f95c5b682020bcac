import { Modal } from '@mantine/core';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { useMessages } from '../../messages.tsx';
import {
  closeOperationDialog,
  type OperationForm,
  type OperationRequest,
  useAskedOperation,
} from '../../requests/operation-request.ts';
import { ClearCacheForm } from './clear-cache-form.tsx';
import { CopyForm } from './copy-form.tsx';
import { DeleteForm } from './delete-form.tsx';
import { MoveForm } from './move-form.tsx';
import { OpenForm } from './open-form.tsx';
import { PlainForm } from './plain-form.tsx';

/** The proxy has a dialog of its own. */
type PlainOperationForm = Exclude<OperationForm, 'set_proxy'>;

const titles: Record<PlainOperationForm, MessageKey> = {
  clear_cache: 'jobs.clear.title',
  move_to_group: 'operation.moveToGroup.title',
  copy: 'operation.copy.title',
  open: 'operation.open.title',
  close: 'operation.close.title',
  reset_open_state: 'operation.resetOpenState.title',
  delete: 'operation.delete.title',
};

/** The one dialog of all operations but the proxy: asks for the choices, checks which profiles fit, and starts the job. */
export function OperationDialog() {
  const { t } = useMessages();
  const asked = useAskedOperation();
  const request = asked?.request;
  const form = request && request.form !== 'set_proxy' ? request.form : null;
  // Mounted from the beginning: the dialog notes at its opening where the focus was.
  return (
    <Modal
      opened={form !== null && (asked?.isOpen ?? false)}
      onClose={closeOperationDialog}
      title={form && t(titles[form], { count: request?.profileIds.length ?? 0 })}
      size={600}
      classNames={{ body: 'dialog-form__body' }}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {form && request && <FormInView key={asked?.opening} form={form} request={request} />}
    </Modal>
  );
}

function FormInView({
  form,
  request,
}: {
  readonly form: PlainOperationForm;
  readonly request: OperationRequest;
}) {
  const { profileIds, preset, closeOpened = false } = request;
  const common = { profileIds, preset, closeOpened, onClose: closeOperationDialog };
  switch (form) {
    case 'clear_cache':
      return <ClearCacheForm {...common} />;
    case 'move_to_group':
      return <MoveForm {...common} />;
    case 'copy':
      return <CopyForm {...common} />;
    case 'delete':
      return <DeleteForm {...common} />;
    case 'open':
      return <OpenForm {...common} />;
    case 'close':
    case 'reset_open_state':
      return <PlainForm {...common} kind={form} />;
  }
}
