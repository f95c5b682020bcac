import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import type { ConnectionState } from '../../../shared/connection.ts';
import { StaleNotice } from '../../connection/stale-notice.tsx';
import { CodeStep } from '../../failure-notice.tsx';
import { useMessages } from '../../messages.tsx';
import type { Profiles } from '../../profile-list/use-profiles.ts';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useFormats } from '../../use-formats.ts';
import { UnreadableDialog } from './unreadable-dialog.tsx';

export interface ProfileNoticesProps {
  readonly connection: ConnectionState | undefined;
  readonly profiles: Profiles;
  readonly hasOpenedFailed: boolean;
}

function Notices({ connection, profiles, hasOpenedFailed }: ProfileNoticesProps) {
  const { t } = useMessages();
  const { list, error, refresh } = profiles;
  if (list.asOf === null) return null;
  const isLost = connection?.kind === 'disconnected';
  return (
    <div className="profile-notices">
      {isLost && <StaleNotice state={connection} asOf={list.asOf} />}
      {error && !isLost && <ReadingFailedNotice profiles={profiles} error={error} />}
      {hasOpenedFailed && !isLost && <Notice tone="warning">{t('profiles.openedFailed')}</Notice>}
      {list.isUnstable && (
        <Notice
          tone="warning"
          actions={
            <Button variant="default" size="compact-sm" onClick={refresh}>
              {t('profiles.refresh')}
            </Button>
          }
        >
          {t('profiles.unstable')}
        </Notice>
      )}
      {list.unreadable.length > 0 && <UnreadableNotice profiles={profiles} />}
    </div>
  );
}

/** Everything that makes the rows below less than the whole, present truth, each with its next step. */
export const ProfileNotices = memo(Notices);

function ReadingFailedNotice({ profiles, error }: { readonly profiles: Profiles; readonly error: Error }) {
  const { t } = useMessages();
  const formats = useFormats();
  const toErrorText = useErrorText();
  const { list, refresh, progress } = profiles;
  const { sentence: reason, code, apiCode } = toErrorText(error);
  return (
    <Notice
      tone="warning"
      actions={
        <>
          <Button variant="default" size="compact-sm" onClick={refresh} disabled={progress !== null}>
            {t('app.retry')}
          </Button>
          <CodeStep apiCode={apiCode} />
        </>
      }
    >
      {list.isComplete
        ? t('profiles.refreshFailed', { time: formats.time(list.asOf ?? 0), reason })
        : t('profiles.incomplete', {
            loaded: list.rows.length,
            total: list.total ?? list.rows.length,
            reason,
          })}{' '}
      <span className="profile-notices__code">{code}</span>
    </Notice>
  );
}

/** Rows that are named at once; the dialog names all. */
const namedRows = 3;

function UnreadableNotice({ profiles }: { readonly profiles: Profiles }) {
  const { t } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const { unreadable } = profiles.list;
  return (
    <Notice
      tone="warning"
      actions={
        <Button variant="default" size="compact-sm" onClick={() => setIsOpen(true)}>
          {t('profiles.unreadable.show')}
        </Button>
      }
    >
      {t('profiles.unreadable', { count: unreadable.length })}{' '}
      {unreadable
        .slice(0, namedRows)
        .map(({ position, field }) => t('profiles.unreadable.where', { position, field }))
        .join(' ')}
      <UnreadableDialog rows={unreadable} opened={isOpen} onClose={() => setIsOpen(false)} />
    </Notice>
  );
}
