import { Button, Modal, Stack, Table } from '@mantine/core';
import type { Translate } from '../../../shared/messages/translate.ts';
import type { ProfileField, ShownValues } from '../../../shared/profile-details.ts';
import { useMessages } from '../../messages.tsx';
import { setProfileDraft } from './draft-store.ts';
import { fieldWords } from './field-words.ts';
import { acceptPresent, dropFields } from './profile-draft.ts';
import type { useSaveDraft } from './use-save-draft.ts';

/** Somebody changed the same fields meanwhile: nothing was sent, and the user chooses whose values stay. */
export function ConflictDialog({ saving }: { readonly saving: ReturnType<typeof useSaveDraft> }) {
  const { t } = useMessages();
  const { conflict, closeConflict, save } = saving;
  return (
    <Modal
      opened={conflict !== null}
      onClose={closeConflict}
      title={t('details.conflict.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {conflict && (
        <Stack gap="md">
          <p className="dialog-form__sentence">{t('details.conflict.body')}</p>
          <Table className="conflict-table" withTableBorder>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('details.conflict.field')}</Table.Th>
                <Table.Th>{t('details.conflict.before')}</Table.Th>
                <Table.Th>{t('details.conflict.now')}</Table.Th>
                <Table.Th>{t('details.conflict.mine')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {conflict.fields.map((field) => (
                <Table.Tr key={field}>
                  <Table.Th scope="row">{t(fieldWords[field])}</Table.Th>
                  <Table.Td>{describeValue(t, field, conflict.draft.expected)}</Table.Td>
                  <Table.Td>{describeValue(t, field, conflict.details.values)}</Table.Td>
                  <Table.Td>{describeValue(t, field, conflict.draft.values)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <div className="dialog-form__buttons">
            <Button variant="default" onClick={closeConflict}>
              {t('jobs.clear.cancel')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setProfileDraft(dropFields(conflict.draft, conflict.fields));
                closeConflict();
              }}
            >
              {t('details.conflict.keepTheirs')}
            </Button>
            <Button onClick={() => save(acceptPresent(conflict.draft, conflict.details))}>
              {t('details.conflict.saveMine')}
            </Button>
          </div>
        </Stack>
      )}
    </Modal>
  );
}

function describeValue(t: Translate, field: ProfileField, values: Partial<ShownValues>): string {
  const value = values[field];
  const text = typeof value === 'object' ? value.join(', ') : String(value ?? '');
  return text === '' ? t('details.conflict.empty') : text;
}
