import { describe, expect, it, vi } from 'vitest';
import type { ActivityNews } from '../../shared/activity.ts';
import type { RequestFacts } from '../local-api/outcome.ts';
import type { ServiceRequestFacts } from '../service-cache/service-cache.ts';
import { createActivity, type EndedRequest } from './activity.ts';
import { fromLocalApi, fromService } from './to-activity.ts';
import { toBodyShape } from './to-body-shape.ts';

function request(more: Partial<EndedRequest> = {}): EndedRequest {
  return {
    ...{ action: 'profile-clear-cache', access: 'write', at: 1, durationMs: 2, outcome: 'ok', reason: null },
    ...{ apiCode: 0, httpStatus: null, detail: null, profileIds: [1], profileCount: 1, attempt: 1 },
    ...{ jobId: null, isBackground: false, body: null, target: null },
    ...more,
  } as EndedRequest;
}

const poll = (more: Partial<EndedRequest> = {}) =>
  request({ action: 'profile-opened-list', access: 'read', isBackground: true, ...more });

function start(most?: number) {
  const news: ActivityNews[] = [];
  const activity = createActivity({
    onNews: (told) => news.push(told),
    ...(most === undefined ? {} : { most }),
  });
  const listAll = () => activity.list({ since: 0, limit: 2_000 });
  return { activity, news, listAll };
}

describe('the record of requests', () => {
  it('keeps the newest ones and tells which are gone', () => {
    const { activity, listAll } = start(10);
    for (let n = 0; n < 25; n += 1) activity.record(request({ at: n }));
    const { entries, firstSeq, hasMore } = listAll();
    expect(entries.map(({ seq }) => seq)).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
    expect(firstSeq).toBe(16);
    expect(hasMore).toBe(false);
  });

  it('hands out in slices, and then only what is new', () => {
    const { activity } = start();
    for (let n = 0; n < 5; n += 1) activity.record(request());
    const first = activity.list({ since: 0, limit: 3 });
    expect(first).toMatchObject({ hasMore: true, revision: 3 });
    const second = activity.list({ since: first.revision, limit: 3 });
    expect(second.entries.map(({ seq }) => seq)).toEqual([4, 5]);
    activity.record(request());
    expect(activity.list({ since: second.revision, limit: 3 }).entries.map(({ seq }) => seq)).toEqual([6]);
  });

  it('counts equal background reads in one entry, and begins a new one when they end differently', () => {
    const { activity, listAll } = start();
    for (let n = 1; n <= 400; n += 1) {
      activity.record(poll({ at: n }));
      activity.record(poll({ action: 'profile-list', at: n }));
    }
    activity.record(poll({ outcome: 'not_sent', apiCode: null, reason: 'connection_refused', at: 401 }));
    const { revision } = listAll();
    activity.record(poll({ at: 402 }));
    expect(listAll().entries.map(({ action, repeats, at }) => [action, repeats, at])).toEqual([
      ['profile-opened-list', 400, 400],
      ['profile-list', 400, 400],
      ['profile-opened-list', 1, 401],
      ['profile-opened-list', 1, 402],
    ]);
    activity.record(poll({ at: 403 }));
    expect(activity.list({ since: revision + 1, limit: 10 }).entries).toMatchObject([
      { repeats: 2, at: 403 },
    ]);
  });

  it('never counts requests of a person or of a job together', () => {
    const { activity, listAll } = start();
    activity.record(request());
    activity.record(request());
    expect(listAll().entries).toHaveLength(2);
  });

  it('tells news at most once in a tenth of a second, the newest revision', () => {
    vi.useFakeTimers();
    const { activity, news } = start();
    for (let n = 0; n < 1_000; n += 1) {
      activity.record(request());
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(100);
    vi.useRealTimers();
    expect(news.length).toBeLessThanOrEqual(10);
    expect(news.at(-1)).toEqual({ revision: 1_000 });
  });

  it('gives an entry that changed again once, as it is now, whatever else came between', () => {
    const { activity, listAll } = start(20);
    for (let n = 1; n <= 100; n += 1) {
      activity.record(poll({ at: n }));
      if (n % 10 === 0) activity.record(request({ at: n }));
    }
    expect(listAll().entries.map(({ seq, repeats, at }) => [seq, repeats, at])).toEqual([
      ...[10, 20, 30, 40, 50, 60, 70, 80, 90].map((at, n) => [n + 2, 1, at]),
      [1, 100, 100],
      [11, 1, 100],
    ]);
    const first = activity.list({ since: 0, limit: 10 });
    expect([first.entries.length, first.hasMore]).toEqual([10, true]);
    const rest = activity.list({ since: first.revision, limit: 10 });
    expect([rest.entries.map(({ seq }) => seq), rest.hasMore]).toEqual([[11], false]);
    expect(activity.list({ since: rest.revision, limit: 10 })).toMatchObject({ entries: [], hasMore: false });
  });

  it('forgets everything and goes on counting', () => {
    const { activity, listAll } = start();
    activity.record(request());
    activity.record(poll());
    const { revision } = listAll();
    activity.clear();
    expect(activity.list({ since: revision, limit: 10 })).toMatchObject({ entries: [], firstSeq: 3 });
    activity.record(poll());
    expect(listAll().entries).toMatchObject([{ seq: 3, repeats: 1 }]);
  });
});

it('hides what the other side repeats of a secret', () => {
  const detail = 'Cannot read https://supplier.example/get?key=canary of user:canary@192.0.2.1';
  const facts = { idCount: 0, body: {}, detail } as unknown as RequestFacts;
  expect(JSON.stringify(fromLocalApi(facts))).not.toContain('canary');
  const answered = {
    kind: 'answered',
    reply: { status: 'error', message: 'redis://admin:canary@cache:6379' },
  } as const;
  const service = { body: null, address: '', answer: { kind: 'clear', outcome: answered } };
  expect(JSON.stringify(fromService(service as unknown as ServiceRequestFacts))).not.toContain('canary');
});

describe('the shape of a body', () => {
  it('has placeholders where secrets were, at any depth', () => {
    const shape = toBodyShape({
      profile_id: [501, 502],
      name: 'Shop A',
      username: 'alice-login',
      password: 'hunter2',
      tfa_secret: 'k3y',
      cookie: '[{"value":"c00kie"}]',
      proxy_config: {
        proxy_mode: 2,
        proxy_user: 'puser',
        proxy_password: 'ppass',
        proxy_url: 'https://supplier.example/get?key=abc123',
      },
      preference_config: { show_password: '1' },
      note: 'see http://user:secretpw@host.example/',
      new_api_token: 42,
    });
    expect(shape).toMatchObject({
      profile_id: [501, 502],
      name: 'Shop A',
      password: '<ACCOUNT_PASSWORD>',
      cookie: '<COOKIES>',
      proxy_config: { proxy_mode: 2, proxy_url: '<PROXY_LINK>' },
      preference_config: { show_password: '1' },
      new_api_token: '<SECRET>',
    });
    const text = JSON.stringify(shape);
    for (const secret of ['alice-login', 'hunter2', 'k3y', 'c00kie', 'puser', 'ppass', 'abc123', 'secretpw'])
      expect(text).not.toContain(secret);
  });

  it('hides everything inside something secret, and in names', () => {
    const text = JSON.stringify(
      toBodyShape({
        cookies: [{ name: 'sid', value: 'canary-1' }],
        Cookie: ['canary-2'],
        auth: { user: 'canary-3', nested: [{ deep: 'canary-4' }] },
        password: 1,
        secret_key: 'canary-5',
        list: [['https://supplier.example/get?key=canary-6']],
        'https://supplier.example/get?key=canary-7': 1,
      }),
    );
    expect(text).not.toContain('canary');
    expect(text).toContain('"cookies":"<COOKIES>"');
    expect(text).toContain('"password":"<ACCOUNT_PASSWORD>"');
  });

  it('shows the names of keys in a supplier reply, which are no secrets', () => {
    const proxy_info = {
      proxy_data_json_format: { ip: 'ip', username: 'login' },
      proxy_url: 'https://s/?k=1',
    };
    expect(toBodyShape({ proxy_info })).toEqual({
      proxy_info: { ...proxy_info, proxy_url: '<PROXY_LINK>' },
    });
  });

  it('stays small when a body has very many names or lists in lists', () => {
    const names = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`n${n}`, 'x'.repeat(50)]));
    const lists = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => [1, 2, 3]));
    expect(JSON.stringify(toBodyShape({ names, lists })).length).toBeLessThan(12_000);
  });

  it('stays small whatever was sent', () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => n);
    const shape = toBodyShape({ profile_id: ids, note: 'n '.repeat(50_000) });
    expect(JSON.stringify(shape).length).toBeLessThan(1_500);
  });
});
