import type { ProfileId } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { Page } from '../../ui/page.tsx';

/** The list of all profiles. */
export function ProfilesPage(_props: { readonly onClearCache: (ids: readonly ProfileId[]) => void }) {
  const { t } = useMessages();
  return (
    <Page title={t('app.page.profiles')} isFixedHeight>
      {null}
    </Page>
  );
}
