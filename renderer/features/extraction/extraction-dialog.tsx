import { Modal } from '@mantine/core';
import { closeExtractionDialog, useAskedExtraction } from '../../extraction-request.ts';
import { useMessages } from '../../messages.tsx';
import { ExtractionSteps } from './extraction-steps.tsx';
import './extraction.css';

/** The dialog for proxies from a supplier's link. */
export function ExtractionDialog() {
  const { t } = useMessages();
  const asked = useAskedExtraction();
  if (!asked) return null;
  const { profileIds, opening, isOpen } = asked;
  return (
    <Modal
      opened={isOpen}
      onClose={closeExtractionDialog}
      closeOnClickOutside={false}
      title={t('extraction.title', { count: profileIds.length })}
      size={820}
      classNames={{ title: 'extraction__title', body: 'extraction__body' }}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      <ExtractionSteps key={opening} profileIds={profileIds} onClose={closeExtractionDialog} />
    </Modal>
  );
}
