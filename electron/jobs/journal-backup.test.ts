import { existsSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createEngineFixture } from './engine-fixture.ts';
import { createJournal } from './journal.ts';
import { createJournalBackup } from './journal-backup.ts';
import { openJournalDatabase } from './journal-database.ts';

test('the newest copy of the journal opens and holds its jobs; two copies are kept', async () => {
  const f = createEngineFixture(3);
  try {
    const backup = createJournalBackup(f.journal, f.path, (detail) => expect.fail(detail));
    await f.until(await f.start({ profileIds: f.ids(1, 3) }), 'finished');
    await backup.run();
    await f.until(await f.start({ profileIds: f.ids(1, 3) }), 'finished');
    await Promise.all([backup.run(), backup.run()]);
    await backup.whenIdle();
    const count = (path: string) => {
      const opening = openJournalDatabase(path, 0);
      if (opening.kind !== 'opened') throw new Error(opening.kind);
      const { length } = createJournal(opening.database).listJobs(10);
      opening.database.close();
      return length;
    };
    expect(statSync(`${f.path}.backup-1`).mode & 0o777).toBe(0o600);
    expect(count(`${f.path}.backup-1`)).toBe(2);
    expect(count(`${f.path}.backup-2`)).toBeGreaterThan(0);
    expect(existsSync(`${f.path}.backup-new`)).toBe(false);
  } finally {
    f.dispose();
  }
});

test('a copy that cannot be made is reported and nothing else happens', async () => {
  const f = createEngineFixture(1);
  try {
    const failures: string[] = [];
    await createJournalBackup(f.journal, '/nowhere/at/all/journal.db', (detail) =>
      failures.push(detail),
    ).run();
    expect(failures).toHaveLength(1);
  } finally {
    f.dispose();
  }
});
