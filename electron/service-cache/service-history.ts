import fs from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { type Result, succeed } from '../../shared/result.ts';
import { type ServiceClear, serviceClear, serviceName } from '../../shared/service-cache.ts';
import { failForFile } from '../file-failure.ts';
import { redact } from '../support/redact.ts';

/** Past calls and the names used in them. What is written fails with `file_failed`; then nothing of it holds. */
export interface ServiceHistory {
  /** Newest first. */
  list(): readonly ServiceClear[];
  /** The one used last first. */
  listNames(): readonly string[];
  /** Keeps a call; what looks like a secret in the service's words is hidden. */
  add(entry: ServiceClear): Result<null>;
  /** Forgets all calls and names. */
  clear(): Result<null>;
}

const mostEntries = 200;
const mostNames = 50;

const storedFile = z.object({
  version: z.literal(1),
  names: z.array(z.unknown()),
  entries: z.array(z.unknown()),
});

interface Stored {
  readonly names: readonly string[];
  readonly entries: readonly ServiceClear[];
}

/**
 * Opens `service-cache.json` in the folder. A file that cannot be read is moved to
 * `service-cache.corrupt-<time>.json`; an entry that does not fit costs that entry only. `now` gives epoch
 * milliseconds.
 */
export function openServiceHistory(folder: string, now: () => number = Date.now): ServiceHistory {
  const file = path.join(folder, 'service-cache.json');
  let stored = readStored(file, now);

  function store(next: Stored): Result<null> {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileAtomic.sync(file, `${JSON.stringify({ version: 1, ...next })}\n`, { mode: 0o600 });
    } catch (error) {
      return failForFile('The history of the service cache could not be saved.', error);
    }
    stored = next;
    return succeed(null);
  }

  return {
    list: () => stored.entries,
    listNames: () => stored.names,
    add(entry) {
      const { target } = entry;
      const names =
        target.kind === 'service'
          ? [target.name, ...stored.names.filter((name) => name !== target.name)].slice(0, mostNames)
          : stored.names;
      return store({ names, entries: [hideSecrets(entry), ...stored.entries].slice(0, mostEntries) });
    },
    clear: () => store({ names: [], entries: [] }),
  };
}

/** The service may repeat anything in its words. */
function hideSecrets(entry: ServiceClear): ServiceClear {
  const { outcome } = entry;
  switch (outcome.kind) {
    case 'answered': {
      const { message, clearedItems } = outcome.reply;
      const reply = { ...outcome.reply, message: redact(message), clearedItems: clearedItems.map(redact) };
      return { ...entry, outcome: { ...outcome, reply } };
    }
    case 'invalid': {
      const problems = outcome.problems.map((problem) => ({ ...problem, message: redact(problem.message) }));
      return { ...entry, outcome: { ...outcome, problems } };
    }
    default:
      return { ...entry, outcome: { ...outcome, detail: redact(outcome.detail) } };
  }
}

function readStored(file: string, now: () => number): Stored {
  if (!fs.existsSync(file)) return { names: [], entries: [] };
  try {
    const { names, entries } = storedFile.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
    return {
      names: names.flatMap((name) => serviceName.safeParse(name).data ?? []).slice(0, mostNames),
      entries: entries.flatMap((entry) => serviceClear.safeParse(entry).data ?? []).slice(0, mostEntries),
    };
  } catch {
    // Unreadable or not JSON: kept for its owner, and out of the way.
    fs.renameSync(file, file.replace(/\.json$/, `.corrupt-${now()}.json`));
    return { names: [], entries: [] };
  }
}
