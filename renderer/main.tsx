import './configure-zod.ts';
import './ui/mantine-styles.ts';
import './ui/tokens.css';
import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { commandQuery } from './command-query.ts';

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

// The first paint already has the right language and colours; without settings the defaults hold.
await client.prefetchQuery(commandQuery('settings.get', {}));

createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
