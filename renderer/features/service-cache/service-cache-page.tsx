import { Button, Skeleton, Stack } from '@mantine/core';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { CallHistory } from './call-history.tsx';
import { ClearForm } from './clear-form.tsx';
import { ServiceAddress } from './service-address.tsx';
import { useServiceCache } from './use-service-cache.ts';
import './service-cache-page.css';

/** The cache of another service on this computer: apart from the caches of profiles, and said to be. */
export function ServiceCachePage() {
  const { t } = useMessages();
  return (
    <Page
      title={t('app.page.serviceCache')}
      help={{ label: t('help.page.serviceCacheLabel'), text: t('help.page.serviceCache') }}
    >
      <div className="service-cache">
        <Notice
          tone="warning"
          actions={
            <Button variant="default" onClick={() => goTo({ page: 'profiles' })}>
              {t('serviceCache.toProfiles')}
            </Button>
          }
        >
          {t('serviceCache.apart')}
        </Notice>
        <Tool />
      </div>
    </Page>
  );
}

function Tool() {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { data: view, error, refetch } = useServiceCache();
  if (view) {
    return (
      <>
        <ServiceAddress view={view} />
        <ClearForm view={view} />
        <CallHistory history={view.history} />
      </>
    );
  }
  if (error) {
    const { sentence, code } = errorText(error);
    return (
      <ErrorCard
        title={t('serviceCache.history.loadFailed')}
        code={code}
        actions={<Button onClick={() => void refetch()}>{t('app.retry')}</Button>}
      >
        <p>{sentence}</p>
      </ErrorCard>
    );
  }
  return (
    <Stack gap="xs" aria-busy>
      <Skeleton height={44} />
      <Skeleton height={120} />
    </Stack>
  );
}
