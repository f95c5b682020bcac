import { Button, MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProfileId } from '../shared/profile.ts';
import { AppSidebar } from './app-sidebar.tsx';
import { AppTopBar } from './app-top-bar.tsx';
import { ClearCacheDialog } from './features/jobs/clear-cache-dialog.tsx';
import { JobTray } from './features/jobs/job-tray.tsx';
import { JobsPage } from './features/jobs/jobs-page.tsx';
import { ProfilesPage } from './features/profiles/profiles-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { MessagesProvider, useMessages } from './messages.tsx';
import { type PageName, usePlace } from './navigation.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { ErrorCard } from './ui/error-card.tsx';
import { LiveRegion } from './ui/live-region.tsx';
import { theme } from './ui/theme.ts';
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
        <Notifications position="bottom-left" limit={3} />
        <LiveRegion />
      </MessagesProvider>
    </MantineProvider>
  );
}

function Shell() {
  const place = usePlace();
  const [profileIds, setProfileIds] = useState<readonly ProfileId[] | null>(null);
  // The dialog keeps its list while it fades out.
  const [isDialogOpen, setIsDialogOpen] = useState(false);
  const openClearCache = (ids: readonly ProfileId[]) => {
    setProfileIds(ids);
    setIsDialogOpen(true);
  };
  return (
    <div className="app">
      <AppSidebar />
      <div className="app__main">
        <AppTopBar />
        <ErrorBoundary key={place.page} renderFallback={(message) => <BrokenPage message={message} />}>
          <PageInView page={place.page} onClearCache={openClearCache} />
        </ErrorBoundary>
        <ErrorBoundary renderFallback={() => null}>
          <JobTray />
        </ErrorBoundary>
      </div>
      {profileIds && (
        <ErrorBoundary renderFallback={() => null}>
          <ClearCacheDialog
            profileIds={profileIds}
            opened={isDialogOpen}
            onClose={() => setIsDialogOpen(false)}
          />
        </ErrorBoundary>
      )}
    </div>
  );
}

function PageInView({
  page,
  onClearCache,
}: {
  readonly page: PageName;
  readonly onClearCache: (ids: readonly ProfileId[]) => void;
}) {
  switch (page) {
    case 'profiles':
      return <ProfilesPage onClearCache={onClearCache} />;
    case 'jobs':
      return <JobsPage />;
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
