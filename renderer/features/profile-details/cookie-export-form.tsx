import { Button, Stack } from '@mantine/core';
import type { ProfileDetails } from '../../../shared/profile-details.ts';
import { callCommand } from '../../api.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useShowSuccess } from '../../use-toasts.ts';
import { useOnce } from './use-once.ts';

/** Warns what the file is worth, then has the main process write it. */
export function CookieExportForm({
  details,
  onClose,
}: {
  readonly details: ProfileDetails;
  readonly onClose: () => void;
}) {
  const { t } = useMessages();
  const showSuccess = useShowSuccess();
  const saving = useOnce(
    () => callCommand('cookies.export', { profileId: details.row.id }),
    ({ savedTo, count }) => {
      if (savedTo === null) return;
      showSuccess(t('cookies.exported', { count, file: savedTo }));
      onClose();
    },
  );
  return (
    <Stack gap="md">
      <p className="dialog-form__sentence">{details.row.name}</p>
      <Notice tone="warning">{t('cookies.exportWarning')}</Notice>
      {saving.output?.count === 0 && <Notice tone="info">{t('cookies.none')}</Notice>}
      {saving.error && <FailureNotice error={saving.error} title={t('cookies.exportFailed')} />}
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={onClose}>
          {t('jobs.clear.cancel')}
        </Button>
        <Button loading={saving.isPending} onClick={() => saving.run(undefined)}>
          {t('cookies.choosePlace')}
        </Button>
      </div>
    </Stack>
  );
}
