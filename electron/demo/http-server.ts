import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A listener on 127.0.0.1 that can stop and start again on the same port. */
export interface Listener {
  readonly port: number;
  /** Stops listening and drops every connection. */
  readonly stop: () => Promise<void>;
  /** Listens again on the same port. */
  readonly start: () => Promise<void>;
}

/** Starts listening; port 0 takes a free one. A port in use rejects with `EADDRINUSE`. */
export async function listen(
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listener> {
  const server = createServer(handle);
  // Longer than any client keeps an idle connection: closing first would race with the client's next request.
  server.keepAliveTimeout = 120_000;
  await listenOn(server, port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const actualPort = address.port;
  return {
    port: actualPort,
    stop: async () => {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
    start: async () => {
      if (!server.listening) await listenOn(server, actualPort);
    },
  };
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
