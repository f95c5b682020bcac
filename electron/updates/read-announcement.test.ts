import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readAnnouncement } from './read-announcement.ts';

const address = 'https://updates.example/latest.json';
const good = { version: '1.4.0', notes: 'Faster lists.' };

let answer: (request: http.IncomingMessage, response: http.ServerResponse) => void;
const seen: http.IncomingMessage[] = [];
const server = http.createServer((request, response) => {
  seen.push(request);
  answer(request, response);
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
});

/** Brings every https address to the server of this test, and refuses any other. */
const request: typeof fetch = (target, init) => {
  const { protocol, pathname } = new URL(String(target));
  expect(protocol).toBe('https:');
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`, init);
};

function answerJson(body: unknown): void {
  answer = (_request, response) => response.end(JSON.stringify(body));
}

test('version and notes are read, and the request tells nothing about this computer', async () => {
  answerJson({ ...good, more: 'ignored' });
  await expect(readAnnouncement(address, request)).resolves.toEqual({ ok: true, announcement: good });
  expect(seen).toHaveLength(1);
  expect(seen[0]?.method).toBe('GET');
  expect(seen[0]?.url).toBe('/latest.json');
  expect(seen[0]?.headers).toMatchObject({ accept: 'application/json', 'user-agent': 'Profile Panel' });
  expect(seen[0]?.headers.cookie).toBeUndefined();
  expect(seen[0]?.headers.referer).toBeUndefined();
});

test.each([
  ['a version that is none', { ...good, version: 'newest' }],
  ['a pre-release', { ...good, version: '1.4.0-beta.1' }],
  ['notes that are no text', { ...good, notes: ['a'] }],
  ['notes without end', { ...good, notes: 'x'.repeat(4001) }],
  ['a list', [good]],
])('%s is not understood', async (_what, body) => {
  answerJson(body);
  await expect(readAnnouncement(address, request)).resolves.toEqual({ ok: false, failure: 'unreadable' });
});

test('an answer of more than 64 KiB is not read to its end', async () => {
  let hasClosed = false;
  answer = (_request, response) => {
    response.on('close', () => {
      hasClosed = !response.writableFinished;
    });
    const write = () => {
      while (!response.destroyed && response.write('x'.repeat(16_384)));
    };
    response.on('drain', write);
    write();
  };
  await expect(readAnnouncement(address, request)).resolves.toEqual({ ok: false, failure: 'unreadable' });
  await expect.poll(() => hasClosed).toBe(true);
});

test('an answer that is not UTF-8 is not understood', async () => {
  answer = (_request, response) => response.end(Buffer.from([0x22, 0xff, 0x22]));
  await expect(readAnnouncement(address, request)).resolves.toEqual({ ok: false, failure: 'unreadable' });
});

test('a redirection to https is followed', async () => {
  answer = ({ url }, response) => {
    if (url === '/new.json') response.end(JSON.stringify(good));
    else response.writeHead(302, { location: '/new.json' }).end();
  };
  await expect(readAnnouncement(address, request)).resolves.toEqual({ ok: true, announcement: good });
});

test.each(['http://updates.example/new.json', 'file:///etc/passwd', 'https://user:secret@updates.example/'])(
  'a redirection to %s is refused without a request',
  async (location) => {
    answer = (_request, response) => response.writeHead(302, { location }).end();
    await expect(readAnnouncement(address, request)).resolves.toEqual({ ok: false, failure: 'refused' });
    expect(seen).toHaveLength(1);
  },
);

test('redirections in a circle end after three', async () => {
  answer = (_request, response) => response.writeHead(301, { location: '/latest.json' }).end();
  await expect(readAnnouncement(address, request)).resolves.toEqual({ ok: false, failure: 'refused' });
  expect(seen).toHaveLength(4);
});

test.each([204, 404, 500])('the status %i is refused', async (status) => {
  answer = (_request, response) => response.writeHead(status).end();
  await expect(readAnnouncement(address, request)).resolves.toEqual({ ok: false, failure: 'refused' });
});

test('an address that is not https is never asked', async () => {
  answerJson(good);
  await expect(readAnnouncement('http://updates.example/', request)).resolves.toEqual({
    ok: false,
    failure: 'refused',
  });
  expect(seen).toHaveLength(0);
});

test('a connection that breaks is told as unreachable', async () => {
  answer = (received) => received.socket.destroy();
  await expect(readAnnouncement(address, request)).resolves.toEqual({ ok: false, failure: 'unreachable' });
});

test('an answer that never ends is given up when the time is over', async () => {
  const limit = new AbortController();
  answer = (_request, response) => {
    response.write('{');
    limit.abort();
  };
  await expect(readAnnouncement(address, request, limit.signal)).resolves.toEqual({
    ok: false,
    failure: 'timed_out',
  });
});
