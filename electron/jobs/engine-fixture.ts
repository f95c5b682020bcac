import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { JobId, JobItem, JobProgress, JobSnapshot, JobStartInput } from '../../shared/job.ts';
import { type OpenProfile, type ProfileId, profileId } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { ApiOutcome, ListReader, LocalApiClient } from '../local-api/outcome.ts';
import { createSecretStore } from '../secret-store.ts';
import { createJobEngine, type JobEngine, type JobEngineOptions } from './engine.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createJournal, type Journal } from './journal.ts';
import { openJournalDatabase } from './journal-database.ts';

/** A profile of the scripted Local API. */
interface FakeProfile {
  readonly id: ProfileId;
  name: string;
  cachePath: string;
  lastOpenSeconds: number | null;
  open: Omit<OpenProfile, 'profileId'> | null;
}

/** A write that reached the scripted Local API. */
interface SentWrite {
  /** Monotonic ms. */
  readonly at: number;
  readonly action: string;
  readonly ids: readonly number[];
}

/** Answer to a write; undefined lets it work. The write has not acted yet. */
type WriteScript = (write: SentWrite, nth: number) => ApiOutcome<unknown> | undefined;

/** A Local API in memory, as the engine sees it, that tests script and look into. */
interface FakeApi {
  readonly client: LocalApiClient & ListReader;
  readOpen(): Promise<Result<{ profiles: OpenProfile[]; asOf: number }>>;
  readonly profiles: Map<ProfileId, FakeProfile>;
  readonly writes: SentWrite[];
  /** Reads so far. */
  reads: number;
  /** How long every request takes, in ms. */
  latencyMs: number;
  onWrite: WriteScript;
  /** Answer to every read instead of the truth. */
  onRead: () => ApiOutcome<never> | undefined;
  /** Number of effects of each profile: how many times its cache was cleared. */
  readonly effects: Map<ProfileId, number>;
}

/** Makes `count` profiles numbered from 1, none of them open, and an API that holds them. */
function createFakeApi(clock: FakeClock, count: number): FakeApi {
  const profiles = new Map<ProfileId, FakeProfile>();
  for (let n = 1; n <= count; n += 1) {
    const id = profileId.parse(n);
    const cachePath = n.toString(16).padStart(32, '0');
    profiles.set(id, { id, name: `Shop ${n}`, cachePath, lastOpenSeconds: 1_750_000_000, open: null });
  }
  const api: FakeApi = {
    client: {
      call: (action, body, options) => answer(action, body, options?.signal),
      readPage: async () => ({ kind: 'ok', data: { total: 0, rows: [] } }),
    },
    async readOpen() {
      api.reads += 1;
      await clock.sleep(api.latencyMs);
      const scripted = api.onRead();
      if (scripted?.kind === 'refused')
        return fail('api_rejected', 'Refused.', { apiCode: scripted.apiCode });
      if (scripted?.kind === 'not_sent') return fail('api_unreachable', 'Not answering.');
      if (scripted?.kind === 'unknown') return fail('unexpected_response', 'Not understood.');
      const open = [...profiles.values()].flatMap(({ id, open }) =>
        open === null ? [] : [{ profileId: id, ...open }],
      );
      return succeed({ profiles: open, asOf: clock.now() });
    },
    profiles,
    writes: [],
    reads: 0,
    latencyMs: 20,
    onWrite: () => undefined,
    onRead: () => undefined,
    effects: new Map(),
  };

  // The engine calls few actions with few shapes; the fake does not repeat the whole contract.
  // biome-ignore lint/suspicious/noExplicitAny: the return type depends on the action's literal.
  async function answer(action: string, body: object, signal?: AbortSignal): Promise<any> {
    if (signal?.aborted) return { kind: 'not_sent', reason: 'cancelled', detail: '' };
    const ids = 'profile_id' in body ? [body.profile_id].flat().map(Number) : [];
    if (action === 'profile-list') {
      api.reads += 1;
      await clock.sleep(api.latencyMs);
      return api.onRead() ?? { kind: 'ok', data: toPage(ids) };
    }
    const write = { at: clock.monotonic(), action, ids };
    api.writes.push(write);
    const scripted = api.onWrite(write, api.writes.length - 1);
    await clock.sleep(api.latencyMs);
    return scripted ?? act(action, ids);
  }

  function find(ids: readonly number[]): FakeProfile[] {
    return ids.flatMap((id) => profiles.get(profileId.parse(id)) ?? []);
  }

  function toPage(ids: readonly number[]) {
    const data = find(ids).map((profile) => ({
      profile_id: profile.id,
      name: profile.name,
      cache_path: profile.cachePath,
      last_open_time: profile.lastOpenSeconds ?? 0,
    }));
    return { total: data.length, data };
  }

  function act(action: string, ids: readonly number[]): ApiOutcome<unknown> {
    const known = find(ids);
    if (action === 'profile-close-in-batches') {
      const closed = known.filter((profile) => profile.open?.canClose === true);
      for (const profile of closed) profile.open = null;
      return { kind: 'ok', data: closed.map(({ id }) => String(id)) };
    }
    for (const { id } of known) api.effects.set(id, (api.effects.get(id) ?? 0) + 1);
    return { kind: 'ok', data: known.map(({ id }) => id) };
  }

  return api;
}

/** One engine with its journal, clock and API, and short ways to ask them. */
export interface EngineFixture {
  readonly clock: FakeClock;
  readonly api: FakeApi;
  readonly events: JobProgress[];
  /** Changes with `restart`. */
  engine: JobEngine;
  journal: Journal;
  database: DatabaseSync;
  readonly path: string;
  settings: { writesInFlight: number };
  ids(from: number, to: number): ProfileId[];
  profile(id: number): FakeProfile;
  /** Starts a job and returns its id; a refused start fails the test. */
  start(input: Partial<JobStartInput> & Pick<JobStartInput, 'profileIds'>): Promise<JobId>;
  snapshot(id: JobId): JobSnapshot;
  item(id: JobId, profile: number): JobItem;
  items(id: JobId): readonly JobItem[];
  /** Moves the clock until the job is in `state`. */
  until(id: JobId, state: JobSnapshot['state']): Promise<JobSnapshot>;
  /** Ends the app as a crash does and starts it again on the same journal. */
  crashAndRestart(): void;
  dispose(): void;
}

/** Makes an engine on a journal in a temporary folder and on a scripted API with `count` profiles. */
export function createEngineFixture(count: number, more: Partial<JobEngineOptions> = {}): EngineFixture {
  const clock = createFakeClock();
  const api = createFakeApi(clock, count);
  const folder = mkdtempSync(join(tmpdir(), 'job-engine-'));
  const path = join(folder, 'journal.sqlite');
  const events: JobProgress[] = [];
  const settings = { writesInFlight: 1 };

  function open() {
    const opening = openJournalDatabase(path, clock.now());
    if (opening.kind !== 'opened') throw new Error(`The journal did not open: ${opening.kind}.`);
    const journal = createJournal(opening.database);
    const engine = createJobEngine({
      journal,
      client: api.client,
      profiles: {
        getKnown: (id) => {
          const profile = api.profiles.get(id);
          return profile === undefined ? null : toKnown(profile);
        },
        listKnown: () => Array.from(api.profiles.values(), toKnown),
        getCompletedAt: () => clock.now(),
        readAgain: async () => succeed(null),
      },
      secrets: createSecretStore(),
      readOpen: api.readOpen,
      clock,
      getWritesInFlight: () => settings.writesInFlight,
      onProgress: (progress) => events.push(progress),
      log: () => {},
      appVersion: '0.0.0',
      ...more,
    });
    return { engine, journal, database: opening.database };
  }

  const fixture: EngineFixture = {
    ...open(),
    clock,
    api,
    events,
    path,
    settings,
    ids: (from, to) => Array.from({ length: to - from + 1 }, (_, n) => profileId.parse(from + n)),
    profile(id) {
      const profile = api.profiles.get(profileId.parse(id));
      if (profile === undefined) throw new Error(`There is no profile ${id}.`);
      return profile;
    },
    async start(input) {
      const starting = fixture.engine.start({
        operation: { kind: 'clear_cache' },
        closeOpened: false,
        typedCount: null,
        ...input,
      });
      let isAnswered = false;
      void starting.finally(() => {
        isAnswered = true;
      });
      await clock.runUntil(() => isAnswered);
      const started = await starting;
      if (!started.ok) throw new Error(`The job did not start: ${started.error.message}`);
      return started.value.jobId;
    },
    snapshot(id) {
      const snapshot = fixture.engine.get(id);
      if (!snapshot.ok) throw new Error(snapshot.error.message);
      return snapshot.value;
    },
    items: (id) => [...fixture.journal.iterateItems(id)],
    item(id, profile) {
      const item = fixture.items(id).find((candidate) => candidate.profileId === profile);
      if (item === undefined) throw new Error(`The job has no profile ${profile}.`);
      return item;
    },
    async until(id, state) {
      await clock.runUntil(() => fixture.snapshot(id).state === state);
      return fixture.snapshot(id);
    },
    crashAndRestart() {
      void fixture.engine.shutdown('now');
      fixture.database.close();
      Object.assign(fixture, open());
    },
    dispose() {
      void fixture.engine.shutdown('now');
      if (fixture.database.isOpen) fixture.database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return fixture;
}

function toKnown(profile: FakeProfile) {
  return {
    cachePath: profile.cachePath,
    lastOpenSeconds: profile.lastOpenSeconds,
    proxyId: null,
    row: {
      id: profile.id,
      name: profile.name,
      note: '',
      color: null,
      groupId: 1,
      groupName: 'Shop-EU',
      tags: [],
      proxy: { mode: null, type: null, host: null, port: null },
      realIp: '',
      lastOpenedAt: profile.lastOpenSeconds === null ? null : profile.lastOpenSeconds * 1_000,
    },
  };
}
