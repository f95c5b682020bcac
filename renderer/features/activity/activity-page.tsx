import { useMessages } from '../../messages.tsx';
import { Page } from '../../ui/page.tsx';

/** Not built yet. */
export function ActivityPage() {
  const { t } = useMessages();
  return <Page title={t('app.page.activity')}>{null}</Page>;
}
