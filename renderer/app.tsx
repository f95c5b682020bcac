import { Button, MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AppSidebar } from './app-sidebar.tsx';
import { AppTopBar } from './app-top-bar.tsx';
import { ActivityPage } from './features/activity/activity-page.tsx';
import { ArrangeDialog } from './features/arrange/arrange-dialog.tsx';
import { ConsolePage } from './features/console/console-page.tsx';
import { ProxyDialog } from './features/extraction/proxy-dialog.tsx';
import { GroupsPage } from './features/groups/groups-page.tsx';
import { ShortcutList } from './features/help/shortcut-list.tsx';
import { Tour } from './features/help/tour.tsx';
import { WelcomeDialog } from './features/help/welcome-dialog.tsx';
import { JobTray } from './features/jobs/job-tray.tsx';
import { JobsPage } from './features/jobs/jobs-page.tsx';
import { OperationDialog } from './features/operations/operation-dialog.tsx';
import { CommandPalette } from './features/palette/command-palette.tsx';
import { ProfileDetailsPanel } from './features/profile-details/profile-details-panel.tsx';
import { ProfileDialogs } from './features/profile-details/profile-dialogs.tsx';
import { ProfilesPage } from './features/profiles/profiles-page.tsx';
import { ProxiesPage } from './features/proxies/proxies-page.tsx';
import { RecipesPage } from './features/recipes/recipes-page.tsx';
import { SaveRecipeDialog } from './features/recipes/save-recipe-dialog.tsx';
import { ServiceCachePage } from './features/service-cache/service-cache-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { UpdateNotice } from './features/settings/update-notice.tsx';
import { MessagesProvider, useMessages } from './messages.tsx';
import { type PageName, usePlace } from './navigation.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { ErrorCard } from './ui/error-card.tsx';
import { LiveRegion } from './ui/live-region.tsx';
import { theme } from './ui/theme.ts';
import { useAppShortcuts } from './use-app-shortcuts.ts';
import { useEventSync } from './use-event-sync.ts';
import { useSettings } from './use-settings.ts';
import './app.css';

/** The window: everything that holds for every page, then the page in view. */
export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <ThemedWindow />
    </QueryClientProvider>
  );
}

function ThemedWindow() {
  useEventSync();
  const { settings, language } = useSettings();
  const systemScheme = useColorScheme('light', { getInitialValueInEffect: false });
  const scheme = settings.colorScheme === 'system' ? systemScheme : settings.colorScheme;
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme={scheme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <MessagesProvider language={language}>
        <Shell />
        <LiveRegion />
      </MessagesProvider>
    </MantineProvider>
  );
}

function Shell() {
  const place = usePlace();
  useAppShortcuts();
  return (
    <div className="app">
      <AppSidebar />
      <div className="app__main">
        <AppTopBar />
        <UpdateNotice />
        <div className="app__content">
          <ErrorBoundary key={place.page} renderFallback={(message) => <BrokenPage message={message} />}>
            <PageInView page={place.page} />
          </ErrorBoundary>
          {place.page === 'profiles' && (
            <ErrorBoundary renderFallback={() => null}>
              <ProfileDetailsPanel />
            </ErrorBoundary>
          )}
          <Notifications position="bottom-left" limit={3} withinPortal={false} className="toasts" />
        </div>
        <ErrorBoundary renderFallback={() => null}>
          <JobTray />
        </ErrorBoundary>
      </div>
      <ErrorBoundary renderFallback={() => null}>
        <OperationDialog />
      </ErrorBoundary>
      <ErrorBoundary renderFallback={() => null}>
        <ProfileDialogs />
      </ErrorBoundary>
      <ErrorBoundary renderFallback={() => null}>
        <ArrangeDialog />
      </ErrorBoundary>
      <ErrorBoundary renderFallback={() => null}>
        <ProxyDialog />
      </ErrorBoundary>
      <ErrorBoundary renderFallback={() => null}>
        <SaveRecipeDialog />
      </ErrorBoundary>
      <ErrorBoundary renderFallback={() => null}>
        <CommandPalette />
        <ShortcutList />
        <WelcomeDialog />
        <Tour />
      </ErrorBoundary>
    </div>
  );
}

function PageInView({ page }: { readonly page: PageName }) {
  switch (page) {
    case 'profiles':
      return <ProfilesPage />;
    case 'jobs':
      return <JobsPage />;
    case 'recipes':
      return <RecipesPage />;
    case 'proxies':
      return <ProxiesPage />;
    case 'groups':
      return <GroupsPage />;
    case 'service-cache':
      return <ServiceCachePage />;
    case 'activity':
      return <ActivityPage />;
    case 'console':
      return <ConsolePage />;
    case 'settings':
      return <SettingsPage />;
  }
}

function BrokenPage({ message }: { readonly message: string }) {
  const { t } = useMessages();
  return (
    <main className="app__broken">
      <ErrorCard
        title={t('app.broken.title')}
        code={t('error.code', { code: `internal · ${message}` })}
        actions={<Button onClick={() => window.location.reload()}>{t('app.broken.reload')}</Button>}
      >
        <p>{t('app.broken.body')}</p>
      </ErrorCard>
    </main>
  );
}
