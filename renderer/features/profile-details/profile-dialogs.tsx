import { Modal } from '@mantine/core';
import type { Translate } from '../../../shared/messages/translate.ts';
import { useMessages } from '../../messages.tsx';
import {
  closeProfileDialog,
  type ProfileDialogRequest,
  useAskedDialog,
} from '../../requests/profile-dialog-request.ts';
import { CookieExportForm } from './cookie-export-form.tsx';
import { CookieImportForm } from './cookie-import-form.tsx';
import { EmptyBinForm } from './empty-bin-form.tsx';
import { TransferCancelForm } from './transfer-cancel-form.tsx';
import { TransferCreateForm } from './transfer-create-form.tsx';
import { TransferImportForm } from './transfer-import-form.tsx';
import { TransferRecords } from './transfer-records.tsx';
import '../../ui/dialog-form.css';
import './profile-details.css';

/** The dialogs for cookies, transfer codes and the recycle bin. */
export function ProfileDialogs() {
  const { t } = useMessages();
  const asked = useAskedDialog();
  // Mounted from the beginning: the dialog notes at its opening where the focus was.
  return (
    <Modal
      opened={asked?.isOpen ?? false}
      onClose={closeProfileDialog}
      title={asked && nameDialog(t, asked.request)}
      size={asked?.request.kind === 'transfer_records' ? 860 : 560}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {asked && <DialogInView key={asked.opening} request={asked.request} />}
    </Modal>
  );
}

function nameDialog(t: Translate, request: ProfileDialogRequest): string {
  switch (request.kind) {
    case 'transfer_create':
      return t('transfers.create.title', { id: request.details.row.id });
    case 'transfer_cancel':
      return t('transfers.cancel.title', { id: request.details.row.id });
    case 'transfer_import':
      return t('transfers.import.heading');
    case 'transfer_records':
      return t('transfers.records.heading');
    case 'cookies_export':
      return t('cookies.exportTitle', { id: request.details.row.id });
    case 'cookies_import':
      return t('cookies.importTitle', { id: request.details.row.id });
    case 'empty_bin':
      return t('recycleBin.heading');
  }
}

function DialogInView({ request }: { readonly request: ProfileDialogRequest }) {
  switch (request.kind) {
    case 'transfer_create':
      return <TransferCreateForm details={request.details} onClose={closeProfileDialog} />;
    case 'transfer_cancel':
      return <TransferCancelForm details={request.details} onClose={closeProfileDialog} />;
    case 'transfer_import':
      return <TransferImportForm onClose={closeProfileDialog} />;
    case 'transfer_records':
      return <TransferRecords />;
    case 'cookies_export':
      return <CookieExportForm details={request.details} onClose={closeProfileDialog} />;
    case 'cookies_import':
      return <CookieImportForm details={request.details} onClose={closeProfileDialog} />;
    case 'empty_bin':
      return <EmptyBinForm onClose={closeProfileDialog} />;
  }
}
