import { useMessages } from '../../messages.tsx';
import { Page } from '../../ui/page.tsx';

/** Not built yet. */
export function ServiceCachePage() {
  const { t } = useMessages();
  return <Page title={t('app.page.serviceCache')}>{null}</Page>;
}
