import { createServer, type Socket } from 'node:net';

/** A TCP server for tests that plays whatever an HTTP library would refuse to send. */
export interface RawServer {
  readonly port: number;
  /** Bodies of the complete requests that arrived, in order. */
  readonly bodies: readonly string[];
  /** Heads (request line and headers) of the same requests. */
  readonly heads: readonly string[];
  /** Connections that were accepted. */
  getConnectionCount(): number;
  close(): Promise<void>;
}

/** Starts a server on a free loopback port. `answer` is called once for each complete request. */
export async function startRawServer(
  answer: (socket: Socket, index: number) => void,
  onConnect?: (socket: Socket) => void,
): Promise<RawServer> {
  const bodies: string[] = [];
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  let connectionCount = 0;
  const server = createServer((socket) => {
    connectionCount += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The client may reset the connection while this side still writes: that is what some tests are about.
    socket.on('error', () => {});
    onConnect?.(socket);
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (;;) {
        const end = received.indexOf('\r\n\r\n');
        if (end === -1) return;
        const head = received.toString('latin1', 0, end);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (received.length < end + 4 + length) return;
        heads.push(head);
        bodies.push(received.toString('utf8', end + 4, end + 4 + length));
        received = received.subarray(end + 4 + length);
        answer(socket, bodies.length - 1);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  return {
    port: bound.port,
    bodies,
    heads,
    getConnectionCount: () => connectionCount,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A complete HTTP/1.1 reply with a correct length. */
export function httpReply(
  body: string | Buffer,
  { status = 200, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const lines = [
    `HTTP/1.1 ${status} Status`,
    `Content-Length: ${bytes.length}`,
    'Content-Type: application/json',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]);
}

/** A successful envelope as JSON text. */
export function envelope(data: unknown, code: unknown = 0): string {
  return JSON.stringify({ error: { code, message: 'success' }, data });
}
