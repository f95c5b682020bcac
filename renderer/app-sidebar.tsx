import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { HelpMenu } from './features/help/help-menu.tsx';
import { useMessages } from './messages.tsx';
import { toHash, usePlace } from './navigation.ts';
import { pages, toPlace } from './pages.ts';
import { useWindowLayout } from './use-window-layout.ts';

/** The list of pages. Collapsed, or in a narrow window, only the icons stay, with their names for screen readers. */
export function AppSidebar() {
  const { t } = useMessages();
  const here = usePlace();
  const { isSidebarCollapsed, isNarrow, toggleSidebar } = useWindowLayout();
  const collapseText = t(isSidebarCollapsed ? 'app.sidebar.expand' : 'app.sidebar.collapse');
  const CollapseIcon = isSidebarCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <div className="app-sidebar" data-collapsed={isSidebarCollapsed || undefined}>
      <nav className="app-sidebar__links" aria-label={t('app.navigation')}>
        <div className="app-sidebar__name">{t('app.name')}</div>
        {pages.map(({ page, label, Icon }) => (
          <a
            key={page}
            className="app-sidebar__link"
            href={toHash(toPlace(page))}
            aria-current={here.page === page ? 'page' : undefined}
            title={t(label)}
          >
            <Icon size={18} stroke={1.75} aria-hidden="true" />
            <span className="app-sidebar__label">{t(label)}</span>
          </a>
        ))}
      </nav>
      <section className="app-sidebar__foot" aria-label={t('app.sidebar.label')}>
        <HelpMenu />
        {!isNarrow && (
          <button
            type="button"
            className="app-sidebar__link"
            aria-label={collapseText}
            title={collapseText}
            onClick={toggleSidebar}
          >
            <CollapseIcon size={18} stroke={1.75} aria-hidden="true" />
            <span className="app-sidebar__label">{collapseText}</span>
          </button>
        )}
      </section>
    </div>
  );
}
