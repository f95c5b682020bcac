import { useQuery } from '@tanstack/react-query';
import { commandQuery } from './command-query.ts';
import { ConnectionPill } from './connection/connection-pill.tsx';
import { ProfileSearch } from './features/profiles/profile-search.tsx';
import { useMessages } from './messages.tsx';
import { usePlace } from './navigation.ts';
import { Status } from './ui/status.tsx';

/** Search, the demo mark and the state of the connection, above every page. */
export function AppTopBar() {
  const { t } = useMessages();
  const { page } = usePlace();
  const info = useQuery(commandQuery('app.info', {}));
  return (
    <div className="app-top-bar">
      {page === 'profiles' && (
        <search className="app-top-bar__search">
          <ProfileSearch />
        </search>
      )}
      {/* Not a header element: dialogs have one, and a window has one banner. */}
      <section className="app-top-bar__end" aria-label={t('app.status')}>
        {info.data?.isDemo && <Status tone="warning" text={t('app.demo')} />}
        <ConnectionPill />
      </section>
    </div>
  );
}
