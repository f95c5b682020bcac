import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { SupplierFailure } from '../../../shared/extraction/recognize-failure.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Why the supplier gave no proxies, as the step that helps. */
export function SupplierFailureView({ failure }: { readonly failure: SupplierFailure }) {
  const { t } = useMessages();
  const clipboard = useClipboard();
  const { reason, ip } = failure;
  return (
    <Notice
      tone="bad"
      actions={
        ip && (
          <Button variant="default" onClick={() => clipboard.copy(ip)}>
            {clipboard.copied ? t('extraction.failure.copied') : t('extraction.failure.copyIp', { ip })}
          </Button>
        )
      }
    >
      {t(`extraction.failure.${reason}`)} {ip && t('extraction.failure.ip', { ip })}{' '}
      <small>{t('jobs.code', { code: reason })}</small>
    </Notice>
  );
}
