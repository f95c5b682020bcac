import { Modal, Table } from '@mantine/core';
import type { UnreadableRow } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';

export interface UnreadableDialogProps {
  readonly rows: readonly UnreadableRow[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Which rows of the list could not be read, and at which field. */
export function UnreadableDialog({ rows, opened, onClose }: UnreadableDialogProps) {
  const { t } = useMessages();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('profiles.unreadable.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p className="unreadable-dialog__text">{t('profiles.unreadable.body')}</p>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('profiles.unreadable.position')}</Table.Th>
            <Table.Th>{t('profiles.unreadable.number')}</Table.Th>
            <Table.Th>{t('profiles.unreadable.field')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.position}>
              <Table.Td>{row.position}</Table.Td>
              <Table.Td>{row.profileId ?? t('profiles.unreadable.unknown')}</Table.Td>
              <Table.Td>{row.field}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
