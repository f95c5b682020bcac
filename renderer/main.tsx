import './configure-zod.ts';
import './ui/mantine-styles.ts';
import './ui/tokens.css';
import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { commandQuery } from './command-query.ts';
import { restoreView } from './features/profiles/remember-view.ts';

const client = new QueryClient({
  defaultOptions: {
    // Loopback works without a network, and the main process already tries reads again where that helps.
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// The first paint already has the right language, colours and columns; without an answer the defaults hold.
await Promise.all([client.prefetchQuery(commandQuery('settings.get', {})), restoreView()]);

createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
