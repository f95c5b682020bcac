import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { ProfileDetails, ProfileSecret } from '../../../shared/profile-details.ts';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { StateCell } from '../../profile-list/profile-cells.tsx';
import { openOperationDialog } from '../../requests/operation-request.ts';
import { openProfileDialog } from '../../requests/profile-dialog-request.ts';
import { useFormats } from '../../use-formats.ts';
import { Fact } from './fact.tsx';
import { ProxyFacts } from './proxy-facts.tsx';
import { SecretField } from './secret-field.tsx';

const secretWords = {
  site_username: 'details.secret.siteUsername',
  site_password: 'details.secret.sitePassword',
  proxy_user: 'details.secret.proxyUser',
  proxy_password: 'details.secret.proxyPassword',
  proxy_link: 'details.secret.proxyLink',
} as const satisfies Record<ProfileSecret, MessageKey>;

/** What is shown and cannot be changed here, and what can be done with the profile beyond its values. */
export function DetailsFacts({ details }: { readonly details: ProfileDetails }) {
  const { t } = useMessages();
  const formats = useFormats();
  const { row, siteUrl, secrets } = details;
  const { lastOpenedAt, realIp, id } = row;
  const listSecrets = (kinds: readonly ProfileSecret[]) =>
    secrets
      .filter((secret) => kinds.includes(secret))
      .map((secret) => (
        <SecretField
          key={secret}
          label={t(secretWords[secret])}
          onReveal={async () => (await callCommand('details.revealSecret', { profileId: id, secret })).value}
          onCopy={() => callCommand('details.copySecret', { profileId: id, secret })}
        />
      ));
  const siteSecrets = listSecrets(['site_username', 'site_password']);
  return (
    <>
      <Section title={t('details.use')}>
        <dl className="details-facts">
          <Fact label={t('profiles.column.state')}>
            <StateCell id={id} />
          </Fact>
          <Fact label={t('profiles.column.lastOpened')}>
            {lastOpenedAt === null ? t('profiles.lastOpened.never') : formats.dateTime(lastOpenedAt)}
          </Fact>
          <Fact label={t('profiles.column.realIp')}>{realIp || t('details.unknown')}</Fact>
          <Fact label={t('details.startPage')}>{siteUrl || t('details.unknown')}</Fact>
        </dl>
      </Section>
      <Section title={t('profiles.column.proxy')}>
        <dl className="details-facts">
          <ProxyFacts details={details} />
          {listSecrets(['proxy_user', 'proxy_password', 'proxy_link'])}
        </dl>
        <div className="details-section__buttons">
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => openOperationDialog({ form: 'set_proxy', profileIds: [id] })}
          >
            {t('profiles.selection.setProxy')}
          </Button>
        </div>
      </Section>
      <Section title={t('details.account')}>
        {siteSecrets.length === 0 ? (
          <p className="details-section__hint">{t('details.noAccount')}</p>
        ) : (
          <dl className="details-facts">{siteSecrets}</dl>
        )}
      </Section>
      <Section title={t('cookies.title')}>
        <p className="details-section__hint">{t('cookies.hint')}</p>
        <div className="details-section__buttons">
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => openProfileDialog({ kind: 'cookies_export', details })}
          >
            {t('cookies.export')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => openProfileDialog({ kind: 'cookies_import', details })}
          >
            {t('cookies.import')}
          </Button>
        </div>
      </Section>
      <Section title={t('transfers.title')}>
        <p className="details-section__hint">{t('transfers.hint')}</p>
        <div className="details-section__buttons">
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => openProfileDialog({ kind: 'transfer_create', details })}
          >
            {t('transfers.create.open')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => openProfileDialog({ kind: 'transfer_cancel', details })}
          >
            {t('transfers.cancel.open')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => openProfileDialog({ kind: 'transfer_records' })}
          >
            {t('transfers.records.title')}
          </Button>
        </div>
      </Section>
      <Section title={t('details.remove')}>
        <p className="details-section__hint">{t('details.removeHint')}</p>
        <div className="details-section__buttons">
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => openOperationDialog({ form: 'delete', profileIds: [id] })}
          >
            {t('profiles.selection.delete')}
          </Button>
        </div>
      </Section>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="details-section" aria-label={title}>
      <h3 className="details-section__title">{title}</h3>
      {children}
    </section>
  );
}
