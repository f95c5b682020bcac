import { spawn } from 'node:child_process';
import { createConnection, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type ClientLimits, createLocalApiClient } from './client.ts';
import type { ApiOutcome, RequestFacts } from './outcome.ts';
import { envelope, httpReply, type RawServer, startRawServer } from './raw-server.ts';
import { inRequestContext } from './request-context.ts';

const servers: RawServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(answer: (socket: Socket, index: number) => void, onConnect?: (socket: Socket) => void) {
  const server = await startRawServer(answer, onConnect);
  servers.push(server);
  return server;
}

function connect(
  port: number,
  more: { host?: string; limits?: Partial<ClientLimits>; facts?: RequestFacts[]; maxInFlight?: number } = {},
) {
  return createLocalApiClient({
    getAddress: () => ({ host: more.host ?? '127.0.0.1', port }),
    limits: more.limits ?? {},
    onRequest: (facts) => more.facts?.push(facts),
    ...(more.maxInFlight === undefined ? {} : { maxInFlight: more.maxInFlight }),
  });
}

/** Port that was free a moment ago: nothing listens there. */
async function closedPort(): Promise<number> {
  const server = await startRawServer(() => {});
  await server.close();
  return server.port;
}

/**
 * A stopped process whose queue of connections is full: the kernel then drops further attempts, as a firewall
 * does, so that they neither succeed nor fail.
 */
async function startFullServer(): Promise<{ port: number; close: () => void }> {
  const script =
    "const s = require('net').createServer(); s.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(s.address().port));";
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
  );
  child.kill('SIGSTOP');
  let connected = 0;
  const fillers = Array.from({ length: 8 }, () => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.on('connect', () => {
      connected += 1;
    });
    // The process is killed at the end, which resets these connections.
    socket.on('error', () => {});
    return socket;
  });
  await expect.poll(() => connected).toBeGreaterThanOrEqual(2);
  return {
    port,
    close: () => {
      for (const socket of fillers) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}

function summarize(outcome: ApiOutcome<unknown>): string {
  switch (outcome.kind) {
    case 'ok':
      return 'ok';
    case 'refused':
      return `refused ${outcome.apiCode}`;
    default:
      return `${outcome.kind} ${outcome.reason}`;
  }
}

const cleared = envelope([501]);
const emptyPage = envelope({ total: 0, data: [] });
const quick = { readMs: 300, writeMs: 300, writeMsPerId: 0 };

interface Case {
  readonly name: string;
  readonly answer: (socket: Socket) => void;
  readonly onConnect?: (socket: Socket) => void;
  readonly outcome: string;
  readonly limits?: Partial<ClientLimits>;
  readonly detail?: RegExp;
}

const cases: readonly Case[] = [
  {
    name: 'a reset before the headers is unknown',
    answer: (socket) => socket.resetAndDestroy(),
    outcome: 'unknown connection_lost',
  },
  {
    name: 'an orderly end without a reply is unknown',
    answer: (socket) => socket.end(),
    outcome: 'unknown connection_lost',
  },
  {
    name: 'a reset in the middle of the body is unknown and the part is not parsed',
    answer: (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n${cleared}`, () =>
        socket.resetAndDestroy(),
      );
    },
    outcome: 'unknown connection_lost',
  },
  {
    name: 'a body shorter than its Content-Length is unknown, even when what came is whole JSON',
    answer: (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n${cleared}`),
    outcome: 'unknown connection_lost',
  },
  {
    name: 'a chunked body without its last chunk is unknown',
    answer: (socket) =>
      socket.end(
        `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${cleared.length.toString(16)}\r\n${cleared}\r\n`,
      ),
    outcome: 'unknown connection_lost',
  },
  {
    name: 'a cut body that ends with the connection is unreadable',
    answer: (socket) => socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${cleared.slice(0, -5)}`),
    outcome: 'unknown unreadable_reply',
  },
  {
    name: 'a whole body that ends with the connection is accepted',
    answer: (socket) => socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${cleared}`),
    outcome: 'ok',
  },
  {
    name: 'silence ends at the total deadline',
    answer: () => {},
    limits: quick,
    outcome: 'unknown timed_out',
  },
  {
    name: 'a drip of bytes does not put the deadline off',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(drip));
    },
    limits: quick,
    outcome: 'unknown timed_out',
  },
  {
    name: 'an SSH banner is another program, named in the detail',
    answer: () => {},
    onConnect: (socket) => socket.write('SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n'),
    outcome: 'unknown unreadable_reply',
    detail: /SSH-2\.0-OpenSSH_9\.2/,
  },
  {
    name: 'a wrong content type does not matter when the envelope is right',
    answer: (socket) =>
      socket.end(
        `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${cleared.length}\r\n\r\n${cleared}`,
      ),
    outcome: 'ok',
  },
  {
    name: 'an HTML page is unreadable, its first characters are shown',
    answer: (socket) => socket.write(httpReply('<!doctype html>\n<title>Router</title><p>Sign in')),
    outcome: 'unknown unreadable_reply',
    detail: /<!doctype html> <title>Router<\/title><p>…|<!doctype html> <title>Router/,
  },
  {
    name: 'truncated JSON is unreadable',
    answer: (socket) => socket.write(httpReply(cleared.slice(0, -1))),
    outcome: 'unknown unreadable_reply',
  },
  {
    name: 'a byte order mark is stripped',
    answer: (socket) => socket.write(httpReply(`\uFEFF${cleared}`)),
    outcome: 'ok',
  },
  {
    name: 'invalid UTF-8 is unreadable instead of a name with replacement characters',
    answer: (socket) =>
      socket.write(
        httpReply(
          Buffer.concat([
            Buffer.from('{"error":{"code":0,"message":"'),
            Buffer.from([0xff]),
            Buffer.from('"},"data":[501]}'),
          ]),
        ),
      ),
    outcome: 'unknown unreadable_reply',
  },
  {
    name: 'a body beyond the size limit is unreadable and the connection is closed',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n');
      const chunk = Buffer.alloc(65_536, 0x20);
      const pump = () => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on('drain', pump);
      pump();
    },
    outcome: 'unknown unreadable_reply',
    detail: /16 MiB/,
  },
  {
    name: 'a compressed body is unreadable, it was not asked for',
    answer: (socket) =>
      socket.write(httpReply(gzipSync(cleared), { headers: { 'Content-Encoding': 'gzip' } })),
    outcome: 'unknown unreadable_reply',
  },
  {
    name: 'a million nested lists are unreadable and do not overflow the stack',
    answer: (socket) =>
      socket.write(httpReply(`{"error":{"code":0},"data":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`)),
    outcome: 'unknown unreadable_reply',
    detail: /64 levels/,
  },
  {
    name: 'brackets inside text do not count as depth',
    answer: (socket) =>
      socket.write(httpReply(`{"error":{"code":0,"message":"${'[{'.repeat(100)}\\""},"data":[501]}`)),
    outcome: 'ok',
  },
  {
    name: 'an id beyond the safe integers is unreadable',
    answer: (socket) => socket.write(httpReply('{"error":{"code":0},"data":[9007199254740993]}')),
    outcome: 'unknown unreadable_reply',
    detail: /data\.0/,
  },
  {
    name: 'ids as decimal text are accepted',
    answer: (socket) => socket.write(httpReply(envelope(['501']))),
    outcome: 'ok',
  },
  {
    name: '__proto__ in a reply gives no envelope',
    answer: (socket) => socket.write(httpReply('{"__proto__":{"error":{"code":0}},"data":[501]}')),
    outcome: 'unknown unreadable_reply',
  },
  {
    name: 'headers beyond 16 KB are unreadable',
    answer: (socket) => socket.write(httpReply(cleared, { headers: { 'X-Long': 'x'.repeat(20_000) } })),
    outcome: 'unknown unreadable_reply',
  },
  {
    name: 'two different Content-Lengths are unreadable',
    answer: (socket) => socket.write(httpReply(cleared, { headers: { 'content-length': '5' } })),
    outcome: 'unknown unreadable_reply',
  },
  ...[301, 302, 303, 307, 308].map((status) => ({
    name: `a redirection with ${status} is unreadable and not followed, even with a valid envelope`,
    answer: (socket: Socket) =>
      socket.write(httpReply(cleared, { status, headers: { Location: 'http://127.0.0.1:1/elsewhere' } })),
    outcome: 'unknown unreadable_reply',
  })),
  ...[500, 502, 503].map((status) => ({
    name: `HTTP ${status} without an envelope may have acted`,
    answer: (socket: Socket) => socket.write(httpReply('oops', { status })),
    outcome: 'unknown server_error',
  })),
  {
    name: 'HTTP 500 with a valid envelope says what the envelope says',
    answer: (socket) => socket.write(httpReply(envelope(null, 2007), { status: 500 })),
    outcome: 'refused 2007',
  },
  {
    name: 'HTTP 404 with a valid envelope is read, as the transfer import needs it',
    answer: (socket) => socket.write(httpReply(envelope(null, 2013), { status: 404 })),
    outcome: 'refused 2013',
  },
  {
    name: 'HTTP 404 without an envelope is another program',
    answer: (socket) => socket.write(httpReply('Not found', { status: 404 })),
    outcome: 'unknown unreadable_reply',
  },
  {
    name: 'HTTP 429 counts as too fast',
    answer: (socket) => socket.write(httpReply('', { status: 429, headers: { 'Retry-After': '2' } })),
    outcome: 'refused 1010',
  },
  {
    name: 'HTTP 200 without an error object is never success',
    answer: (socket) => socket.write(httpReply('{"data":[501]}')),
    outcome: 'unknown unreadable_reply',
  },
  {
    name: 'an empty body is never success',
    answer: (socket) => socket.write(httpReply('')),
    outcome: 'unknown unreadable_reply',
  },
  {
    name: 'code "0" is success',
    answer: (socket) => socket.write(httpReply(envelope([501], '0'))),
    outcome: 'ok',
  },
  {
    name: 'code "1010" is refused',
    answer: (socket) => socket.write(httpReply(envelope([], '1010'))),
    outcome: 'refused 1010',
  },
  ...['', true, 1.5, null, [], '1e3', -0.5].map((code) => ({
    name: `code ${JSON.stringify(code)} is unreadable`,
    answer: (socket: Socket) => socket.write(httpReply(envelope([501], code))),
    outcome: 'unknown unreadable_reply',
  })),
  ...[1004, 1011, 1016].map((code) => ({
    name: `code ${code} after a write may have acted`,
    answer: (socket: Socket) => socket.write(httpReply(envelope(null, code))),
    outcome: 'unknown server_error',
  })),
  {
    name: 'a switch of protocols is not a reply',
    answer: (socket) =>
      socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    outcome: 'unknown connection_lost',
  },
];

describe('one write is one send, whatever happens to it', () => {
  it.each(cases)('$name', async ({ answer, onConnect, outcome, limits, detail }) => {
    const server = await start(answer, onConnect);
    const client = connect(server.port, limits === undefined ? {} : { limits });
    const result = await client.call('profile-clear-cache', { profile_id: [501] });
    expect(summarize(result)).toBe(outcome);
    if (detail !== undefined) expect('detail' in result ? result.detail : '').toMatch(detail);
    expect(server.getConnectionCount()).toBe(1);
    expect(server.bodies.length).toBeLessThanOrEqual(1);
  });
});

describe('not sent', () => {
  it('a refused connection was not sent', async () => {
    const client = connect(await closedPort());
    expect(summarize(await client.call('profile-clear-cache', { profile_id: [1] }))).toBe(
      'not_sent connection_refused',
    );
  });

  it('a name without an address was not sent', async () => {
    const client = connect(1, { host: 'no-such-host.invalid' });
    expect(summarize(await client.call('profile-clear-cache', { profile_id: [1] }))).toBe(
      'not_sent name_not_resolved',
    );
  });

  it('a connection that never stands was not sent', async () => {
    const full = await startFullServer();
    try {
      const client = connect(full.port, { limits: { connectMs: 200 } });
      const outcome = await client.call('profile-clear-cache', { profile_id: [1] });
      expect(summarize(outcome)).toBe('not_sent connect_timed_out');
    } finally {
      full.close();
    }
  });

  it.each(['192.168.1.10', '10.0.0.1', '::ffff:192.168.1.10', '0300.0250.1.1', '3232235786'])(
    'an address outside this computer (%s) gets no connection',
    async (host) => {
      const client = connect(53_200, { host });
      const outcome = await client.call('profile-list', { page: 1 });
      expect(summarize(outcome)).toBe('not_sent name_not_resolved');
    },
  );

  it('giving up while waiting for a place was not sent, and a request that runs is not cut', async () => {
    const held: Socket[] = [];
    const server = await start((socket) => held.push(socket));
    const client = connect(server.port, { maxInFlight: 1 });
    const giveUp = new AbortController();
    const first = client.call('profile-clear-cache', { profile_id: [1] }, { signal: giveUp.signal });
    const second = client.call('profile-clear-cache', { profile_id: [2] }, { signal: giveUp.signal });
    await expect.poll(() => held.length).toBe(1);
    giveUp.abort();
    expect(summarize(await second)).toBe('not_sent cancelled');
    held[0]?.write(httpReply(envelope([1])));
    expect(summarize(await first)).toBe('ok');
    expect(server.bodies).toEqual(['{"profile_id":[1]}']);
  });

  it('a body that does not fit its schema is a bug: nothing is sent', async () => {
    const server = await start((socket) => socket.write(httpReply(cleared)));
    const client = connect(server.port);
    // @ts-expect-error the wrong type is the point
    await expect(client.call('profile-clear-cache', { profile_id: 'all' })).rejects.toThrow(/profile_id/);
    expect(server.getConnectionCount()).toBe(0);
  });

  it('an onSend that throws keeps the request from being sent and gives its place back', async () => {
    const server = await start((socket) => socket.write(httpReply(cleared)));
    const client = connect(server.port, { maxInFlight: 1 });
    const fail = () => {
      throw new Error('journal full');
    };
    await expect(client.call('profile-clear-cache', { profile_id: [501] }, { onSend: fail })).rejects.toThrow(
      'journal full',
    );
    expect(server.getConnectionCount()).toBe(0);
    expect(summarize(await client.call('profile-clear-cache', { profile_id: [501] }))).toBe('ok');
  });
});

describe('what goes over the wire', () => {
  it('uses a fresh connection for each write', async () => {
    const server = await start((socket) => socket.write(httpReply(cleared)));
    const client = connect(server.port);
    for (let i = 0; i < 3; i += 1) await client.call('profile-clear-cache', { profile_id: [501] });
    expect(server.getConnectionCount()).toBe(3);
  });

  it('sends a read once too when its reused connection turns out to be dead', async () => {
    const server = await start((socket, index) => {
      if (index === 0) socket.write(httpReply(emptyPage));
      else socket.resetAndDestroy();
    });
    const client = connect(server.port);
    expect(summarize(await client.readPage('profile-list', { page: 1, limit: 1 }))).toBe('ok');
    expect(summarize(await client.readPage('profile-list', { page: 2, limit: 1 }))).toBe(
      'unknown connection_lost',
    );
    expect(server.getConnectionCount()).toBe(1);
    expect(server.bodies).toHaveLength(2);
  });

  it('posts JSON to the path of the action and asks for no compression', async () => {
    const server = await start((socket) => socket.write(httpReply(emptyPage)));
    await connect(server.port).call('profile-list', { page: 1, limit: 100 });
    expect(server.heads[0]).toMatch(/^POST \/api\/v2\/profile-list HTTP\/1\.1\r\n/);
    expect(server.heads[0]).toMatch(/content-type: application\/json/i);
    expect(server.heads[0]).toMatch(/accept-encoding: identity/i);
    expect(server.bodies[0]).toBe('{"page":1,"limit":100}');
  });

  it('ignores the proxy of the environment', async () => {
    const proxy = await start((socket) => socket.write(httpReply(cleared)));
    const server = await start((socket) => socket.write(httpReply(cleared)));
    const names = ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
    const before = names.map((name) => process.env[name]);
    try {
      for (const name of names) process.env[name] = `http://127.0.0.1:${proxy.port}`;
      process.env.NODE_USE_ENV_PROXY = '1';
      expect(summarize(await connect(server.port).call('profile-clear-cache', { profile_id: [501] }))).toBe(
        'ok',
      );
    } finally {
      names.forEach((name, index) => {
        const value = before[index];
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      });
    }
    expect(proxy.getConnectionCount()).toBe(0);
    expect(server.getConnectionCount()).toBe(1);
  });

  it('has at most 3 requests under way, of whatever kind, and keeps their order', async () => {
    const held: Socket[] = [];
    const server = await start((socket) => held.push(socket));
    const client = connect(server.port);
    const calls = [1, 2, 3, 4, 5].map((id) => client.call('profile-clear-cache', { profile_id: [id] }));
    await expect.poll(() => held.length).toBe(3);
    held[0]?.end(httpReply(envelope([])));
    await expect.poll(() => server.bodies.length).toBe(4);
    expect(server.bodies[3]).toBe('{"profile_id":[4]}');
    for (const socket of held.slice(1)) socket.end(httpReply(envelope([])));
    await expect.poll(() => held.length).toBe(5);
    held[4]?.end(httpReply(envelope([])));
    expect((await Promise.all(calls)).map(summarize)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  });

  it('speaks to IPv6 loopback in brackets or says that nothing is there', async () => {
    const client = connect(await closedPort(), { host: '::1' });
    const outcome = await client.call('profile-list', {});
    expect(outcome.kind).toBe('not_sent');
  });
});

describe('what the caller gets', () => {
  it('gives the message of the API cut to 200 characters, and null when it is missing', async () => {
    const replies = [
      JSON.stringify({ error: { code: 1009, message: '错'.repeat(1_000_000) }, data: null }),
      JSON.stringify({ error: { code: 1009 }, data: null }),
    ];
    const server = await start((socket, index) => socket.write(httpReply(replies[index] ?? '')));
    const client = connect(server.port);
    const long = await client.call('profile-close', { profile_id: 1 });
    expect(long).toMatchObject({ kind: 'refused', apiCode: 1009, apiMessage: '错'.repeat(200) });
    expect(await client.call('profile-close', { profile_id: 1 })).toMatchObject({ apiMessage: null });
  });

  it.each([
    ['2', 2_000],
    ['3600', 60_000],
    ['soon', null],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('reads Retry-After: %s as %s ms', async (header, ms) => {
    const server = await start((socket) =>
      socket.write(httpReply('slow down', { status: 429, headers: { 'Retry-After': header } })),
    );
    expect(await connect(server.port).call('profile-list', {})).toMatchObject({
      kind: 'refused',
      retryAfterMs: ms,
    });
  });

  it('keeps the ambiguous code of a write, and takes the same code on a read as refused', async () => {
    const server = await start((socket) => socket.write(httpReply(envelope([], 1004))));
    const client = connect(server.port);
    expect(await client.call('profile-clear-cache', { profile_id: [1] })).toMatchObject({
      kind: 'unknown',
      apiCode: 1004,
    });
    expect(await client.call('profile-list', {})).toMatchObject({ kind: 'refused', apiCode: 1004 });
  });

  it('passes no password, login or supplier link on, neither as page nor as list', async () => {
    const secrets = ['hunter2', 'alice-login', 'k3y-of-plan', 'proxy-pass'];
    const row = {
      profile_id: 501,
      name: 'Shop A',
      username: secrets[1],
      password: secrets[0],
      proxy_mode: 4,
      proxy_url: `https://user:${secrets[3]}@supplier.example/get?key=${secrets[2]}`,
      proxy_user: secrets[1],
      proxy_password: secrets[3],
    };
    const server = await start((socket) => socket.write(httpReply(envelope({ total: 1, data: [row] }))));
    const client = connect(server.port);
    const page = JSON.stringify(await client.readPage('profile-list', { page: 1, limit: 1 }));
    const list = JSON.stringify(await client.call('profile-list', {}));
    expect(page).toContain('supplier.example');
    for (const secret of secrets) expect(page + list).not.toContain(secret);
  });

  it('hides secrets in the excerpt of a foreign reply', async () => {
    const server = await start((socket) => socket.write(httpReply('{"password":"hunter2","a":1}')));
    const outcome = await connect(server.port).call('profile-list', {});
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
  });

  it('leaves one unreadable row to the reader of the page', async () => {
    const server = await start((socket) =>
      socket.write(httpReply(envelope({ total: 3, data: [{ profile_id: 1 }, null, 'x'] }))),
    );
    expect(await connect(server.port).readPage('profile-list', { page: 1, limit: 100 })).toEqual({
      kind: 'ok',
      data: { total: 3, rows: [{ profile_id: 1 }, null, 'x'] },
    });
  });

  it('tells the observer what was sent, why, and what came of it', async () => {
    const facts: RequestFacts[] = [];
    const server = await start((socket, index) =>
      socket.write(httpReply(index === 0 ? envelope([501, 502]) : envelope(null, 1009))),
    );
    const client = connect(server.port, { facts });
    await client.call('profile-clear-cache', { profile_id: [501, 502] });
    await inRequestContext({ jobId: '0f', attempt: 3 }, () =>
      client.call('profile-close', { profile_id: 501 }),
    );
    expect(
      facts.map(({ durationMs, at, ...rest }) => ({ ...rest, isTimed: durationMs >= 0 && at > 0 })),
    ).toEqual([
      {
        ...{ action: 'profile-clear-cache', access: 'write', idCount: 2, profileIds: [501, 502] },
        ...{ outcome: 'ok', reason: null, apiCode: 0, detail: null },
        ...{ jobId: null, attempt: 1, isBackground: false, isTimed: true },
        body: { profile_id: [501, 502] },
      },
      {
        ...{ action: 'profile-close', access: 'write', idCount: 1, profileIds: [501] },
        ...{ outcome: 'refused', reason: null, apiCode: 1009, detail: facts[1]?.detail },
        ...{ jobId: '0f', attempt: 3, isBackground: false, isTimed: true },
        body: { profile_id: 501 },
      },
    ]);
  });
});
