import {
  IconActivity,
  IconEraser,
  IconListDetails,
  IconProgressCheck,
  IconSettings,
  IconTags,
  IconTerminal2,
  IconWand,
  IconWorld,
} from '@tabler/icons-react';
import type { MessageKey } from '../shared/messages/language.ts';
import { useMessages } from './messages.tsx';
import { type Place, toHash, usePlace } from './navigation.ts';

const links: readonly { place: Place; label: MessageKey; Icon: typeof IconSettings }[] = [
  { place: { page: 'profiles' }, label: 'app.page.profiles', Icon: IconListDetails },
  { place: { page: 'jobs', jobId: null }, label: 'app.page.jobs', Icon: IconProgressCheck },
  { place: { page: 'recipes' }, label: 'app.page.recipes', Icon: IconWand },
  { place: { page: 'proxies' }, label: 'app.page.proxies', Icon: IconWorld },
  { place: { page: 'groups' }, label: 'app.page.groups', Icon: IconTags },
  { place: { page: 'service-cache' }, label: 'app.page.serviceCache', Icon: IconEraser },
  { place: { page: 'activity' }, label: 'app.page.activity', Icon: IconActivity },
  { place: { page: 'console' }, label: 'app.page.console', Icon: IconTerminal2 },
  { place: { page: 'settings' }, label: 'app.page.settings', Icon: IconSettings },
];

/** The list of pages. In a narrow window only the icons stay, with their names for screen readers. */
export function AppSidebar() {
  const { t } = useMessages();
  const here = usePlace();
  return (
    <nav className="app-sidebar" aria-label={t('app.navigation')}>
      <div className="app-sidebar__name">{t('app.name')}</div>
      {links.map(({ place, label, Icon }) => (
        <a
          key={place.page}
          className="app-sidebar__link"
          href={toHash(place)}
          aria-current={here.page === place.page ? 'page' : undefined}
          title={t(label)}
        >
          <Icon size={18} stroke={1.75} aria-hidden="true" />
          <span className="app-sidebar__label">{t(label)}</span>
        </a>
      ))}
    </nav>
  );
}
