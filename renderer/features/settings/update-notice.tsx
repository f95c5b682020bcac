import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { commandQuery } from '../../command-query.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSaveSettings } from '../../use-save-settings.ts';
import { useSettings } from '../../use-settings.ts';
import './update-notice.css';

/** Tells on every page that a newer version is there, until the user closes it for that version. */
export function UpdateNotice() {
  const { t } = useMessages();
  const { settings } = useSettings();
  const { data } = useQuery(commandQuery('updates.get', {}));
  const { mutate } = useSaveSettings();
  const newer = data?.newer;
  if (!newer || !settings.isUpdateNoticeOn || settings.closedUpdateNotice === newer.version) return null;
  return (
    <section className="update-notice" aria-label={t('updates.title')}>
      <Notice
        tone="info"
        actions={
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => mutate({ closedUpdateNotice: newer.version })}
          >
            {t('updates.later')}
          </Button>
        }
      >
        {t('updates.newer', { version: newer.version })} {t('updates.how')}
        {newer.notes !== '' && (
          <details>
            <summary>{t('updates.notes')}</summary>
            <p className="update-notice__notes">{newer.notes}</p>
          </details>
        )}
      </Notice>
    </section>
  );
}
