import { Button, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { operationWords } from '../../../shared/messages/operation-words.ts';
import type { OperationKind } from '../../../shared/operation.ts';
import { useMessages } from '../../messages.tsx';
import { needsTypedCount, readTypedCount } from '../../start-job/plan-run.ts';
import { TypedCountField } from '../../start-job/typed-count-field.tsx';
import type { RetryRequest } from './use-retry.ts';
import '../../ui/dialog-form.css';

export interface RetryDialogProps {
  /** Null while the dialog is closed. */
  readonly request: RetryRequest | null;
  readonly kind: OperationKind;
  readonly onConfirm: (request: RetryRequest, typedCount: number | null) => void;
  readonly onClose: () => void;
}

/** Asks before profiles are closed, or before the cookies of many profiles are cleared, once more. */
export function RetryDialog({ request, kind, onConfirm, onClose }: RetryDialogProps) {
  const { t } = useMessages();
  return (
    <Modal
      opened={request !== null}
      onClose={onClose}
      title={t('jobs.result.retryTitle', { operation: t(operationWords[kind].name) })}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      {request && (
        <RetryForm
          request={request}
          kind={kind}
          onClose={onClose}
          onConfirm={(typedCount) => {
            onConfirm(request, typedCount);
            onClose();
          }}
        />
      )}
    </Modal>
  );
}

function RetryForm({
  request,
  kind,
  onConfirm,
  onClose,
}: {
  readonly request: RetryRequest;
  readonly kind: OperationKind;
  readonly onConfirm: (typedCount: number | null) => void;
  readonly onClose: () => void;
}) {
  const { t } = useMessages();
  const [typed, setTyped] = useState('');
  const count = request.profileIds.length;
  const isTyping = needsTypedCount(kind, count);
  const typedCount = readTypedCount(typed, count);
  const confirm = () => onConfirm(isTyping ? typedCount : null);

  return (
    <Stack gap="md">
      {request.closeOpened && <span>{t('jobs.clear.closeHint')}</span>}
      {isTyping && (
        <TypedCountField kind={kind} expected={count} text={typed} onChange={setTyped} onEnter={confirm} />
      )}
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={onClose}>
          {t('jobs.clear.cancel')}
        </Button>
        <Button disabled={isTyping && typedCount === null} onClick={confirm}>
          {t(request.closeOpened ? operationWords[kind].closeAndRetry : 'jobs.result.retry', { count })}
        </Button>
      </div>
    </Stack>
  );
}
