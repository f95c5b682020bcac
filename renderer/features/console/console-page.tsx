import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useMessages } from '../../messages.tsx';
import { Page } from '../../ui/page.tsx';

// The contract and its lists of values are as large as the rest of the window together.
const ConsoleView = lazy(async () => ({ default: (await import('./console-view.tsx')).ConsoleView }));

/** Every action of the contract, to be put together by hand and sent. */
export function ConsolePage() {
  const { t } = useMessages();
  return (
    <Suspense
      fallback={
        <Page title={t('app.page.console')}>
          <Skeleton height={240} aria-busy aria-label={t('console.loading')} />
        </Page>
      }
    >
      <ConsoleView />
    </Suspense>
  );
}
