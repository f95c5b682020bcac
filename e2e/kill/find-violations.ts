import { createJournal } from '../../electron/jobs/journal.ts';
import { openJournalDatabase } from '../../electron/jobs/journal-database.ts';
import type { DemoProcess } from '../demo-process.ts';

/**
 * Compares the journal at `path`, which no process holds, with what the demo Local API really did. Each broken
 * promise is one text.
 */
export async function findViolations(path: string, demo: DemoProcess): Promise<readonly string[]> {
  const opening = openJournalDatabase(path, Date.now());
  if (opening.kind !== 'opened' || opening.putAside !== null) return ['The journal does not open.'];
  const { database } = opening;
  const journal = createJournal(database);
  const violations: string[] = [];
  const jobs = journal.listJobs(200);
  if (jobs.length !== 4) violations.push(`There are ${jobs.length} jobs instead of 4.`);
  for (const job of jobs) {
    const { kind } = job.operation;
    if (job.state !== 'finished') violations.push(`${kind}: the job is ${job.state}.`);
    const items = [...journal.iterateItems(job.id)];
    if (items.length !== job.total) violations.push(`${kind}: ${items.length} items of ${job.total}.`);
    const notOk = countAttemptsWithoutOk(database, job.id);
    const state = await demo.control('state.get', { profileIds: items.map((item) => item.profileId) });
    for (const item of items) {
      if (item.state !== 'done') violations.push(`${kind} ${item.seq}: ${item.state} (${item.reason}).`);
      if (item.plannedName !== null) {
        const made = await findByName(demo, item.plannedName);
        if (made.length !== 1)
          violations.push(`${kind} ${item.seq}: ${made.length} copies of one planned name.`);
        else if (made[0] !== item.resultId)
          violations.push(`${kind} ${item.seq}: the journal names ${item.resultId}, the API ${made[0]}.`);
        continue;
      }
      if (kind === 'set_proxy') {
        if ((await readProxyType(demo, item.profileId)) !== 'direct')
          violations.push(`${kind} ${item.seq}: done in the journal, and never happened.`);
        continue;
      }
      const profile = state.profiles.find(({ profileId }) => profileId === item.profileId);
      const times = (kind === 'clear_cache' ? profile?.cacheClears : profile?.cookieClears) ?? 0;
      // Clearing cookies clears the cache, too: the job for the cache counts what the other one did as well.
      const most =
        1 + (notOk.get(item.seq) ?? 0) + (kind === 'clear_cache' ? (profile?.cookieClears ?? 0) : 0);
      if (times < 1) violations.push(`${kind} ${item.seq}: done in the journal, and never happened.`);
      if (times > most) violations.push(`${kind} ${item.seq}: ${times} times, ${most} were allowed.`);
    }
  }
  database.close();
  return violations;
}

/** How many requests for each item have no recorded success: each may have been repeated once. */
function countAttemptsWithoutOk(
  database: Parameters<typeof createJournal>[0],
  jobId: string,
): ReadonlyMap<number, number> {
  const rows = database
    .prepare(
      `SELECT seq, count(*) AS n FROM attempt_item JOIN attempt ON attempt.id = attempt_id
       WHERE job_id = ? AND outcome <> 'ok' GROUP BY seq`,
    )
    .all(jobId);
  return new Map(rows.map((row) => [Number(row.seq), Number(row.n)]));
}

async function findByName(demo: DemoProcess, name: string): Promise<readonly number[]> {
  const rows = await listProfiles(demo, { name });
  return rows.filter((row) => row.name === name).map((row) => row.profile_id);
}

async function readProxyType(demo: DemoProcess, id: number): Promise<string | undefined> {
  const rows = await listProfiles(demo, { profile_id: id });
  return rows.find((row) => row.profile_id === id)?.proxy_type;
}

interface ListedProfile {
  readonly profile_id: number;
  readonly name: string;
  readonly proxy_type?: string;
}

async function listProfiles(demo: DemoProcess, filter: object): Promise<readonly ListedProfile[]> {
  const reply = await fetch(`http://${demo.host}:${demo.port}/api/v2/profile-list`, {
    method: 'POST',
    body: JSON.stringify({ ...filter, page: 1, limit: 100 }),
  });
  const { data } = (await reply.json()) as { data: { data: readonly ListedProfile[] } };
  return data.data;
}
