import { Button, Stack } from '@mantine/core';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { CookieFile, CookieProblem, ProfileDetails } from '../../../shared/profile-details.ts';
import { callCommand } from '../../api.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useMessages } from '../../messages.tsx';
import { useOpenProfile } from '../../profile-list/live-state-store.ts';
import { Notice } from '../../ui/notice.tsx';
import { useShowSuccess } from '../../use-toasts.ts';
import { useOnce } from './use-once.ts';

const problemWords = {
  empty: 'cookies.problem.empty',
  not_cookies: 'cookies.problem.not_cookies',
  bad_entry: 'cookies.problem.bad_entry',
  too_many: 'cookies.problem.tooManyCookies',
} as const satisfies Record<CookieProblem, MessageKey>;

/** Has a file chosen, says what is in it, and sends it after a second click. */
export function CookieImportForm({
  details,
  onClose,
}: {
  readonly details: ProfileDetails;
  readonly onClose: () => void;
}) {
  const { t } = useMessages();
  const showSuccess = useShowSuccess();
  const { row, identity } = details;
  const isOpen = useOpenProfile(row.id) !== undefined;
  const choosing = useOnce(
    () => callCommand('cookies.chooseFile', {}),
    () => sending.reset(),
  );
  const sending = useOnce(
    (importId: string) => callCommand('cookies.import', { profileId: row.id, identity, importId }),
    ({ sent, now }) => {
      showSuccess(
        now === null
          ? t('cookies.imported', { count: sent })
          : t('cookies.importedNow', { count: sent, now }),
      );
      onClose();
    },
  );
  const found = choosing.output?.found ?? null;
  const usable = found?.kind === 'usable' ? found : null;
  return (
    <Stack gap="md">
      <p className="dialog-form__sentence">{row.name}</p>
      <Notice tone="warning">{t('cookies.importWarning')}</Notice>
      {isOpen && <Notice tone="bad">{t('cookies.importOpen')}</Notice>}
      <div>
        <Button
          variant="default"
          loading={choosing.isPending}
          data-autofocus
          onClick={() => choosing.run(undefined)}
        >
          {t(found ? 'cookies.chooseOther' : 'cookies.chooseFile')}
        </Button>
      </div>
      <div role="status" className="cookie-verdict">
        {found && <FileVerdict found={found} />}
      </div>
      {choosing.error && <FailureNotice error={choosing.error} title={t('cookies.readFailed')} />}
      {sending.error && <FailureNotice error={sending.error} title={t('cookies.importFailed')} />}
      <div className="dialog-form__footer">
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={onClose}>
            {t('jobs.clear.cancel')}
          </Button>
          <Button
            disabled={usable === null || isOpen}
            loading={sending.isPending}
            onClick={() => usable && sending.run(usable.importId)}
          >
            {usable ? t('cookies.importStart', { count: usable.count }) : t('cookies.importStartNone')}
          </Button>
        </div>
      </div>
    </Stack>
  );
}

function FileVerdict({ found }: { readonly found: CookieFile }) {
  const { t } = useMessages();
  if (found.kind === 'unusable') {
    return (
      <Notice tone="bad">
        <strong>{t('cookies.notUsable', { file: found.fileName })}</strong>{' '}
        {t(problemWords[found.problem], { place: found.place ?? 0 })}
      </Notice>
    );
  }
  const { domains, domainCount, count, expired, format } = found;
  return (
    <section className="check-summary" aria-label={t('cookies.inFile')}>
      <p className="check-summary__counts">{t('cookies.found', { count, file: found.fileName })}</p>
      <p className="check-summary__hint">
        {t(format === 'json' ? 'cookies.format.json' : 'cookies.format.netscape')}
        {expired > 0 && ` ${t('cookies.expired', { count: expired })}`}
      </p>
      <ul className="cookie-domains">
        {domains.map((entry) => (
          <li key={entry.domain}>{t('cookies.domain', { domain: entry.domain, count: entry.count })}</li>
        ))}
        {domainCount > domains.length && (
          <li>{t('cookies.moreDomains', { count: domainCount - domains.length })}</li>
        )}
      </ul>
    </section>
  );
}
