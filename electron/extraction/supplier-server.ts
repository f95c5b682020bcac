import { createServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

/** A supplier on this computer that plays what suppliers, and programs that are none, answer. For tests. */
export interface SupplierServer {
  readonly port: number;
  /** Link of one of the replies. */
  link(name: SupplierReplyName, query?: string): string;
  /** Request lines and headers that arrived, in order. */
  readonly heads: readonly string[];
  /** Connections that are open at this moment. */
  getOpenCount(): number;
  close(): Promise<void>;
}

/** Writes a whole answer; what never ends is stopped when the socket closes. */
type Play = (socket: Socket, port: number, head: string) => void;

const list = '192.0.2.10:8080\r\n192.0.2.11:8081\r\n';
/** "Please add 198.51.100.7 to the white list", as GBK. */
const gbkFailure = Buffer.from([
  ...[0xc7, 0xeb, 0xcc, 0xed, 0xbc, 0xd3, 0xb0, 0xd7, 0xc3, 0xfb, 0xb5, 0xa5],
  ...Buffer.from('198.51.100.7'),
]);

function reply(body: string | Buffer, headers: Readonly<Record<string, string>> = {}, status = 200): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const all = { 'Content-Type': 'text/plain', 'Content-Length': String(bytes.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n`, 'latin1'), bytes]);
}

function send(body: string | Buffer, headers?: Readonly<Record<string, string>>, status?: number): Play {
  return (socket) => socket.end(reply(body, headers, status));
}

function redirect(to: string, status = 302): Play {
  return (socket, port) => socket.end(reply('', { Location: to.replace('{port}', String(port)) }, status));
}

/** Writes as fast as the other side reads, until it closes the connection. */
function pour(head: string, chunk: Buffer): Play {
  return (socket) => {
    socket.write(head);
    const more = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', more);
    more();
  };
}

/** Writes a byte every few milliseconds until the connection is closed. */
function drip(head: string): Play {
  return (socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write('1'), 5);
    socket.on('close', () => clearInterval(timer));
  };
}

const plainHead = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n';

/** Every reply that the supplier plays, by the path of its link. */
const replies = {
  text: send(list),
  'text-with-login': send('192.0.2.10:8080:canary-user:canary-password\n'),
  'text-pipes': send('192.0.2.10:8080|192.0.2.11:8081'),
  'text-ambiguous': send('192.0.2.10:8080:192.0.2.11:8081'),
  'text-some-bad': send('192.0.2.10:8080\n192.0.2.11:65536\nnot a proxy\n'),
  'text-utf8-mark': send(Buffer.from(`\ufeff${list}`)),
  'text-utf16': send(Buffer.from(`\ufeff${list}`, 'utf16le')),
  'text-gzip': send(gzipSync(list), { 'Content-Encoding': 'gzip' }),
  'text-deflate': send(deflateSync(list), { 'Content-Encoding': 'deflate' }),
  'text-brotli': send(brotliCompressSync(list), { 'Content-Encoding': 'br' }),
  'text-wrong-charset': send(Buffer.from('192.0.2.10:8080 上海'), {
    'Content-Type': 'text/plain; charset=us-asc11',
  }),
  'text-unterminated': (socket) => socket.end(`${plainHead}Connection: close\r\n\r\n${list}`),
  'text-chunked': (socket) =>
    socket.end(`${plainHead}Transfer-Encoding: chunked\r\n\r\n11\r\n${list.slice(0, 17)}\r\n0\r\n\r\n`),
  json: send(
    JSON.stringify({
      code: 0,
      data: [{ ip: '192.0.2.10', port: 8080, username: 'canary-user', password: 'canary-password' }],
    }),
    { 'Content-Type': 'application/json' },
  ),
  'json-as-text': send('{"code":"SUCCESS","data":[{"ip":"192.0.2.10","port":"8080"}]}'),
  'json-echoes-key': send('{"code":1,"msg":"invalid key canary-key-1234"}'),
  'json-cut': send('{"code":0,"data":[{"ip":"192.0.2.10"'),
  'json-deep': send(`${'{"a":'.repeat(10)}{"ip":"192.0.2.10","port":8080}${'}'.repeat(10)}`),
  'json-too-deep': send('['.repeat(30_000) + ']'.repeat(30_000)),
  'not-whitelisted-gbk': send(gbkFailure),
  'not-whitelisted': send('{"code":113,"msg":"Your IP 198.51.100.7 is not in the whitelist","data":[]}'),
  'too-fast': send('Too many requests, please try again in 7 seconds'),
  'too-fast-by-header': send('{"msg":"Requests are too frequent"}', { 'Retry-After': '12' }, 429),
  'status-429': send('', { 'Retry-After': '12' }, 429),
  'plan-expired': send('{"code":-100,"msg":"套餐已过期"}'),
  'plan-empty': send('{"code":1114,"msg":"账户余额不足"}'),
  'wrong-key': send('{"code":401,"msg":"Invalid API key"}', {}, 401),
  'status-403': send('<html><body>Forbidden</body></html>', {}, 403),
  'status-500': send('', {}, 500),
  'status-500-with-list': send(list, {}, 500),
  empty: send(''),
  'no-content': (socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'),
  page: send('<!doctype html><html><head><title>Sign in</title></head><input type="password"></html>'),
  xml: send('<?xml version="1.0"?><proxies/>'),
  binary: send(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])),
  redirect: redirect('/text'),
  'redirect-3': redirect('/redirect-2', 301),
  'redirect-2': redirect('/redirect', 307),
  'redirect-4': redirect('/redirect-3', 308),
  'redirect-loop': redirect('/redirect-loop'),
  'redirect-to-file': redirect('file:///etc/passwd'),
  'redirect-to-data': redirect('data:text/plain,192.0.2.10:8080'),
  'redirect-to-login': redirect('http://user:password@127.0.0.1:{port}/text'),
  'redirect-to-metadata': redirect('http://169.254.169.254/latest/meta-data/'),
  'redirect-to-decimal': redirect('http://2852039166/'),
  'redirect-to-local-api': redirect('http://127.0.0.1:53200/api/v2/profile-list'),
  'redirect-to-nowhere': redirect('http://[broken/'),
  huge: pour(`${plainHead}\r\n`, Buffer.alloc(65_536, '1')),
  'long-list': send(Array.from({ length: 10_000 }, (_, n) => `192.0.2.${n % 250}:${1000 + n}\n`).join('')),
  'long-json': send(
    JSON.stringify(Array.from({ length: 4_000 }, (_, n) => ({ ip: '192.0.2.1', port: 1000 + n }))),
  ),
  'huge-by-header': (socket) => socket.write(`${plainHead}Content-Length: 1073741824\r\n\r\n1`),
  'gzip-bomb': send(gzipSync(Buffer.alloc(32 * 1024 * 1024)), { 'Content-Encoding': 'gzip' }),
  'gzip-of-nothing': pour(
    `${plainHead}Content-Encoding: gzip\r\n\r\n`,
    Buffer.concat(Array.from({ length: 500 }, () => gzipSync(''))),
  ),
  'gzip-broken': send('this is not gzip', { 'Content-Encoding': 'gzip' }),
  'unknown-encoding': send('x', { 'Content-Encoding': 'compress' }),
  silent: () => {},
  dripping: drip(`${plainHead}\r\n`),
  'dripping-head': drip('HTTP/1.1 200 OK\r\nX-Slow: '),
  'cut-off': (socket) => socket.end(`${plainHead}Content-Length: 1000\r\n\r\n${list}`),
  'cut-off-chunked': (socket) => socket.end(`${plainHead}Transfer-Encoding: chunked\r\n\r\nff\r\n${list}`),
  reset: (socket) => socket.resetAndDestroy(),
  hangup: (socket) => socket.end(),
  'not-http': (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
  'huge-head': pour('HTTP/1.1 200 OK\r\n', Buffer.from(`X-Filler: ${'a'.repeat(4000)}\r\n`)),
} as const satisfies Readonly<Record<string, Play>>;

export type SupplierReplyName = keyof typeof replies;

/** Every reply by name. */
export const supplierReplyNames = Object.keys(replies) as readonly SupplierReplyName[];

/** Starts the supplier on a free loopback port. A path that names no reply gives a plain 404. */
export async function startSupplierServer(onRequest: () => void = () => {}): Promise<SupplierServer> {
  const sockets = new Set<Socket>();
  const heads: string[] = [];
  let port = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The other side closes the connection while this one still writes: that is what some tests are about.
    socket.on('error', () => {});
    let received = '';
    socket.on('data', (chunk) => {
      // The first byte of a TLS handshake: a web server without TLS answers it in plain text.
      if (chunk[0] === 0x16) {
        socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
        return;
      }
      received += chunk.toString('latin1');
      if (!received.includes('\r\n\r\n')) return;
      const head = received;
      received = '';
      heads.push(head);
      onRequest();
      const name = /^GET \/([\w-]*)/.exec(head)?.[1] ?? '';
      if (Object.hasOwn(replies, name)) replies[name as SupplierReplyName](socket, port, head);
      else socket.end(reply('', {}, 404));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  port = bound.port;
  return {
    port,
    heads,
    link: (name, query = '') => `http://127.0.0.1:${port}/${name}${query}`,
    getOpenCount: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
