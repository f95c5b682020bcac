import { afterEach, describe, expect, it } from 'vitest';
import type { DemoFault } from '../../shared/demo-control.ts';
import type { ProfileId, ProfileRow, ProfileSlice } from '../../shared/profile.ts';
import type { Clock } from '../clock.ts';
import { type DemoApi, startDemoApi } from '../demo/server.ts';
import { createLocalApiClient } from './client.ts';
import type { ApiOutcome, ListPage, ListReader } from './outcome.ts';
import { createProfileDirectory, type ProfileDirectory } from './profiles.ts';

const demos: DemoApi[] = [];
afterEach(async () => {
  await Promise.all(demos.splice(0).map((demo) => demo.close()));
});

async function startDemo(options: Parameters<typeof startDemoApi>[0]): Promise<DemoApi> {
  const demo = await startDemoApi(options);
  demos.push(demo);
  return demo;
}

/** A clock that does not wait, but lets everything else run first; it adds the pauses up. */
function createFakeClock(): Clock & { pausedMs: number } {
  const clock = {
    pausedMs: 0,
    monotonic: () => 0,
    now: () => 1_700_000_000_000,
    sleep: async (ms: number) => {
      clock.pausedMs += ms;
      await new Promise(setImmediate);
    },
    random: () => 0.5,
  };
  return clock;
}

function connect(demo: DemoApi, clock: Clock = createFakeClock()): ProfileDirectory {
  const client = createLocalApiClient({ getAddress: () => ({ host: '127.0.0.1', port: demo.port }) });
  return createProfileDirectory({ client, clock });
}

interface WholeReading {
  readonly rows: readonly ProfileRow[];
  readonly slices: readonly ProfileSlice[];
  readonly last: ProfileSlice;
}

async function readAll(directory: ProfileDirectory): Promise<WholeReading> {
  const { readingId } = directory.startReading();
  const slices: ProfileSlice[] = [];
  const rows: ProfileRow[] = [];
  for (;;) {
    const slice = await directory.nextRows(readingId, rows.length);
    if (!slice.ok) throw new Error(`${slice.error.code} ${slice.error.apiCode ?? ''}`);
    slices.push(slice.value);
    rows.push(...slice.value.rows);
    if (slice.value.isComplete) return { rows, slices, last: slice.value };
  }
}

const ids = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A list that can change between requests: `lists` has the numbers as each request, from the first on, sees them. */
function createChangingList(lists: readonly (readonly number[])[]) {
  const requests: { page: number; limit: number }[] = [];
  const reader: ListReader = {
    async readPage(_action, { page, limit }) {
      const list = lists[Math.min(requests.length, lists.length - 1)] ?? [];
      requests.push({ page, limit });
      const rows = list
        .slice((page - 1) * limit, page * limit)
        .map((id) => ({ profile_id: id, name: `${id}` }));
      return { kind: 'ok', data: { total: list.length, rows } };
    },
  };
  return { reader, requests };
}

describe('reading every page', () => {
  it.each([0, 1, 99, 100, 101, 2_345])('reads all of %s profiles, in order, once each', async (count) => {
    const demo = await startDemo({ profiles: count });
    const { rows, last } = await readAll(connect(demo));
    expect(ids(rows)).toEqual(upTo(count));
    expect(last).toMatchObject({
      total: count,
      loaded: count,
      isComplete: true,
      isUnstable: false,
      unreadable: [],
    });
    const requests = await demo.control('requests.list', {});
    expect(Math.max(0, ...requests.requests.map(({ concurrent }) => concurrent))).toBeLessThanOrEqual(3);
    expect(requests.requests).toHaveLength(Math.max(1, Math.ceil(count / 100)));
  });

  it('hands out the first rows before the last page has been asked for', async () => {
    const demo = await startDemo({ profiles: 1_000 });
    const { slices } = await readAll(connect(demo));
    expect(slices[0]).toMatchObject({ from: 0, total: 1_000, isComplete: false });
    expect(slices[0]?.rows).toHaveLength(100);
  });

  it('reads on in the real page size when the API cuts a page down', async () => {
    const demo = await startDemo({ profiles: 230, switches: { maxPageSize: 40 } });
    const { rows, last } = await readAll(connect(demo));
    expect(ids(rows)).toEqual(upTo(230));
    expect(last.isUnstable).toBe(false);
  });

  it('joins the reading that is under way, and starts another one when it is over', async () => {
    const directory = connect(await startDemo({ profiles: 300 }));
    const first = directory.startReading();
    expect(directory.startReading()).toEqual(first);
    await readAll(directory);
    expect(directory.startReading()).not.toEqual(first);
  });

  it('gives at most 2,000 rows a call and the same rows again when asked again', async () => {
    const directory = connect(await startDemo({ profiles: 2_500 }));
    await readAll(directory);
    const { readingId } = directory.startReading();
    await directory.nextRows(readingId, 2_500);
    const slice = await directory.nextRows(readingId, 0);
    expect(slice).toMatchObject({ ok: true, value: { from: 0, isComplete: false } });
    expect(slice.ok && slice.value.rows.length).toBe(2_000);
    expect(await directory.nextRows(readingId, 2_000)).toMatchObject({
      ok: true,
      value: { isComplete: true },
    });
  });

  it('does not know a reading that never was', async () => {
    const directory = connect(await startDemo({ profiles: 1 }));
    expect(await directory.nextRows('no-such-reading', 0)).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  it('keeps passwords, logins and cache folders out of every slice', async () => {
    const demo = await startDemo({ profiles: 200 });
    const { rows } = await readAll(connect(demo));
    // Names and notes are the user's own words; the secrets are in the other fields.
    const text = JSON.stringify(rows.map((row) => ({ ...row, name: '', note: '' })));
    expect(text).not.toMatch(/password|username|cache|[0-9a-f]{32}|https?:\/\//i);
  });
});

describe('what the job engine asks', () => {
  it('knows cache folder and last opening of every profile once a reading is complete', async () => {
    const directory = connect(await startDemo({ profiles: 150 }));
    expect(directory.getKnown(150 as ProfileId)).toBeNull();
    const { rows } = await readAll(directory);
    const known = directory.getKnown(150 as ProfileId);
    expect(known?.row).toEqual(rows[149]);
    expect(known?.cachePath).toMatch(/^[0-9a-f]{32}$/);
    expect(directory.getKnown(151 as ProfileId)).toBeNull();
    expect(directory.getCompletedAt()).not.toBeNull();
  });

  it('forgets everything when the address changes', async () => {
    const directory = connect(await startDemo({ profiles: 3 }));
    await readAll(directory);
    directory.forget();
    expect(directory.getKnown(1 as ProfileId)).toBeNull();
  });
});

describe('a list that changes while it is read', () => {
  it('reads again when a profile was deleted, and names the rows that are gone', async () => {
    const { reader } = createChangingList([upTo(250), upTo(250).filter((id) => id !== 5)]);
    const directory = createProfileDirectory({ client: reader, clock: createFakeClock() });
    const { rows, last } = await readAll(directory);
    expect(last).toMatchObject({ isUnstable: false, total: 249, removed: [5] });
    expect(new Set(ids(rows))).toEqual(new Set(upTo(250)));
    expect(directory.getKnown(5 as ProfileId)).toBeNull();
    expect(directory.getKnown(101 as ProfileId)).not.toBeNull();
  });

  it('reads again when profiles were added in front, and shows each once', async () => {
    const { reader } = createChangingList([upTo(250), [1_001, 1_002, ...upTo(250)]]);
    const { rows, last } = await readAll(
      createProfileDirectory({ client: reader, clock: createFakeClock() }),
    );
    expect(ids(rows).toSorted((a, b) => a - b)).toEqual([...upTo(250), 1_001, 1_002]);
    expect(last).toMatchObject({ isUnstable: false, total: 252 });
  });

  it('says so when it still changes in the third pass', async () => {
    const lists = upTo(40).map((round) => upTo(250 + round));
    const { reader, requests } = createChangingList(lists);
    const { last } = await readAll(createProfileDirectory({ client: reader, clock: createFakeClock() }));
    expect(last).toMatchObject({ isComplete: true, isUnstable: true });
    expect(requests.filter(({ page }) => page === 1)).toHaveLength(3);
  });

  it('accepts a wrong total that is wrong in the same way twice', async () => {
    const reader: ListReader = {
      async readPage() {
        return {
          kind: 'ok',
          data: {
            total: 3,
            rows: [
              { profile_id: 1, name: 'A' },
              { profile_id: 2, name: 'B' },
            ],
          },
        };
      },
    };
    const { rows, last } = await readAll(
      createProfileDirectory({ client: reader, clock: createFakeClock() }),
    );
    expect(ids(rows)).toEqual([1, 2]);
    expect(last).toMatchObject({ total: 3, loaded: 2, isUnstable: false });
  });

  it('ends on a total that is nonsense', async () => {
    const list = createChangingList([upTo(250)]);
    const reader: ListReader = {
      async readPage(action, body) {
        const outcome = await list.reader.readPage(action, body);
        return outcome.kind === 'ok' ? { kind: 'ok', data: { ...outcome.data, total: 2 ** 50 } } : outcome;
      },
    };
    const { rows } = await readAll(createProfileDirectory({ client: reader, clock: createFakeClock() }));
    expect(ids(rows)).toEqual(upTo(250));
  });

  it('shows each profile once when the API names every row of a page twice', async () => {
    const demo = await startDemo({ profiles: 250 });
    await demo.control('faults.add', { action: 'profile-list', fault: { kind: 'duplicateIds' } });
    const { rows } = await readAll(connect(demo));
    expect(ids(rows).toSorted((a, b) => a - b)).toEqual(upTo(250));
  });
});

describe('what goes wrong meanwhile', () => {
  it.each(['id', 'name', 'row'] as const)(
    'shows a row whose %s is broken as unreadable, and all others',
    async (part) => {
      const demo = await startDemo({ profiles: 350 });
      const fault: DemoFault = { kind: 'malformedRow', row: 7, part };
      await demo.control('faults.add', { action: 'profile-list', fault, after: 1, times: 1 });
      const { rows, last } = await readAll(connect(demo));
      expect(rows).toHaveLength(349);
      expect(last).toMatchObject({ loaded: 349, total: 350, isUnstable: false });
      expect(last.unreadable).toHaveLength(1);
      expect(last.unreadable[0]?.field).toBe({ id: 'profile_id', name: 'name', row: 'row' }[part]);
      expect(last.unreadable[0]?.position).toBe(108);
    },
  );

  it.each([
    ['resets', { kind: 'resetBefore' }],
    ['cut bodies', { kind: 'cutBody' }],
    ['malformed bodies', { kind: 'malformedBody' }],
    ['HTTP 503', { kind: 'httpStatus', status: 503 }],
    ['code 1004', { kind: 'error', code: 1004 }],
    ['code 1008 under load', { kind: 'error', code: 1008 }],
  ] as const)('gets over two %s in a row', async (_name, fault) => {
    const demo = await startDemo({ profiles: 450 });
    await demo.control('faults.add', { action: 'profile-list', fault, after: 1, times: 2 });
    const { rows } = await readAll(connect(demo));
    expect(ids(rows)).toEqual(upTo(450));
  });

  it('gives up after three broken connections in a row, and hands out what came before', async () => {
    const demo = await startDemo({ profiles: 450 });
    await demo.control('faults.add', { action: 'profile-list', fault: { kind: 'resetBefore' }, after: 1 });
    const directory = connect(demo);
    const { readingId } = directory.startReading();
    expect(await directory.nextRows(readingId, 0)).toMatchObject({ ok: true, value: { loaded: 100 } });
    expect(await directory.nextRows(readingId, 100)).toMatchObject({
      ok: false,
      error: { code: 'unexpected_response', retryable: true },
    });
    expect(directory.getCompletedAt()).toBeNull();
  });

  it('waits out an API that is asked too fast, with fewer requests at once', async () => {
    const demo = await startDemo({ profiles: 900 });
    await demo.control('faults.add', {
      action: 'profile-list',
      fault: { kind: 'error', code: 1010 },
      after: 2,
      times: 12,
    });
    const clock = createFakeClock();
    const { rows } = await readAll(connect(demo, clock));
    expect(ids(rows)).toEqual(upTo(900));
    expect(clock.pausedMs).toBeGreaterThan(0);
  });

  it('gives up on an API that says too fast for two minutes', async () => {
    const clock = createFakeClock();
    const tooFast: ApiOutcome<ListPage> = {
      kind: 'refused',
      apiCode: 1010,
      apiMessage: null,
      retryAfterMs: null,
    };
    const directory = createProfileDirectory({ client: { readPage: async () => tooFast }, clock });
    const { readingId } = directory.startReading();
    expect(await directory.nextRows(readingId, 0)).toMatchObject({
      ok: false,
      error: { code: 'api_rejected', apiCode: 1010, retryable: true },
    });
    expect(clock.pausedMs).toBeGreaterThanOrEqual(120_000);
    expect(clock.pausedMs).toBeLessThan(130_000);
  });

  it('ends with the cause when nobody is signed in, without asking again', async () => {
    const demo = await startDemo({ profiles: 10 });
    await demo.control('faults.add', { action: 'profile-list', fault: { kind: 'error', code: 1002 } });
    const directory = connect(demo);
    const { readingId } = directory.startReading();
    expect(await directory.nextRows(readingId, 0)).toMatchObject({
      ok: false,
      error: { code: 'api_rejected', apiCode: 1002 },
    });
    expect((await demo.control('requests.list', {})).requests).toHaveLength(1);
  });

  it('goes on when the API is started again meanwhile', async () => {
    const demo = await startDemo({ profiles: 2_000 });
    const clock = createFakeClock();
    const restarting: Clock = {
      ...clock,
      sleep: async () => {
        await demo.control('server.resume', {});
      },
    };
    const directory = connect(demo, restarting);
    const { readingId } = directory.startReading();
    await directory.nextRows(readingId, 0);
    await demo.control('server.pause', {});
    let from = 0;
    for (;;) {
      const slice = await directory.nextRows(readingId, from);
      if (!slice.ok) throw new Error(slice.error.code);
      from += slice.value.rows.length;
      if (slice.value.isComplete) break;
    }
    expect(from).toBe(2_000);
  });
});
