import { Button } from '@mantine/core';
import type { ConnectionState } from '../../shared/connection.ts';
import { useMessages } from '../messages.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormats } from '../use-formats.ts';
import { causeWords } from './connection-words.ts';
import { useCheckConnection } from './use-connection.ts';

/** Above rows that stay readable while the connection is lost: the cause, how old they are, what to do. */
export function StaleNotice({
  state,
  asOf,
}: {
  readonly state: Extract<ConnectionState, { kind: 'disconnected' }>;
  readonly asOf: number;
}) {
  const { t } = useMessages();
  const formats = useFormats();
  const { check, isChecking } = useCheckConnection();
  return (
    <Notice
      tone="warning"
      actions={
        <Button variant="default" size="compact-sm" onClick={check} loading={isChecking}>
          {t('app.checkAgain')}
        </Button>
      }
    >
      <strong>
        {t('connection.stale', { cause: t(causeWords[state.cause].pill), time: formats.time(asOf) })}
      </strong>{' '}
      {t(causeWords[state.cause].step)}
    </Notice>
  );
}
