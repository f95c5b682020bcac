import {
  type FSWatcher,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What a second instance tells the first one. */
export type SecondInstanceNotice = {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
};

const LOCK = 'stand-in-instance.lock';
const NOTICES = 'stand-in-second-instances';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readOwner(lock: string): number | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    // The owner has just released the lock.
    return undefined;
  }
}

/** The lock that makes one process the first instance for a `userData` folder; notices are files dropped beside it. */
export class SingleInstance {
  readonly #lock: string;
  readonly #notices: string;
  readonly #onNotice: (notice: SecondInstanceNotice) => void;
  #watcher: FSWatcher | undefined;

  constructor(userData: string, onNotice: (notice: SecondInstanceNotice) => void) {
    this.#lock = join(userData, LOCK);
    this.#notices = join(userData, NOTICES);
    this.#onNotice = onNotice;
  }

  get isOwned(): boolean {
    return this.#watcher !== undefined;
  }

  /** True when this process is now, or was already, the first instance; otherwise leaves `notice` for the first. */
  acquire(notice: SecondInstanceNotice): boolean {
    if (this.isOwned) return true;
    mkdirSync(this.#notices, { recursive: true });
    const own = `${this.#lock}.${process.pid}`;
    writeFileSync(own, String(process.pid));
    try {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        try {
          linkSync(own, this.#lock);
          this.#listen();
          return true;
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        }
        const owner = readOwner(this.#lock);
        if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
          const name = join(this.#notices, `${process.pid}-${attempt}`);
          writeFileSync(`${name}.part`, JSON.stringify(notice));
          renameSync(`${name}.part`, `${name}.json`);
          return false;
        }
        rmSync(this.#lock, { force: true });
      }
      return false;
    } finally {
      rmSync(own, { force: true });
    }
  }

  release(): void {
    if (!this.isOwned) return;
    this.#watcher?.close();
    this.#watcher = undefined;
    rmSync(this.#lock, { force: true });
    rmSync(this.#notices, { recursive: true, force: true });
  }

  #listen(): void {
    const deliver = (): void => {
      for (const name of readdirSync(this.#notices)) {
        if (!name.endsWith('.json')) continue;
        const path = join(this.#notices, name);
        const notice = JSON.parse(readFileSync(path, 'utf8')) as SecondInstanceNotice;
        rmSync(path);
        this.#onNotice(notice);
      }
    };
    this.#watcher = watch(this.#notices, deliver);
    this.#watcher.unref();
  }
}
