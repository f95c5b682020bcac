import { fail, type Result, succeed } from '../../shared/result.ts';
import type { UpdateFailure, UpdateState } from '../../shared/update.ts';
import { isNewerVersion } from './is-newer-version.ts';
import type { AnnouncementReading } from './read-announcement.ts';
import type { UpdateMemory } from './update-memory.ts';

/**
 * Tells of newer versions and does nothing else: it never downloads or installs. It is off until the user
 * switches it on and names an address. It then asks at most once a day, or when the user wants it.
 */
export interface UpdateNotice {
  getState(): UpdateState;
  /** Asks now. Errors: `wrong_state` while it is off; `file_failed` when its memory cannot be written. */
  check(): Promise<Result<UpdateState>>;
  /** Asks when it is on and a day has passed since the last time. */
  checkWhenDue(): Promise<void>;
  /** Looks once an hour whether it is due. */
  start(): void;
  stop(): void;
}

interface UpdateNoticeOptions {
  readonly currentVersion: string;
  /** The address to ask; null while the notice is off. */
  readonly getAddress: () => string | null;
  readonly read: (address: string) => Promise<AnnouncementReading>;
  readonly memory: UpdateMemory;
  readonly now: () => number;
  readonly onChange: (state: UpdateState) => void;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Makes the notice; it asks nothing before `start` or `check`. */
export function createUpdateNotice(options: UpdateNoticeOptions): UpdateNotice {
  const { currentVersion, getAddress, read, memory, now, onChange } = options;
  let failure: UpdateFailure | null = null;
  let underWay: Promise<Result<UpdateState>> | null = null;
  let timer: NodeJS.Timeout | undefined;

  function getState(): UpdateState {
    const remembered = memory.read();
    const newest = remembered?.newest ?? null;
    return {
      checkedAt: remembered?.checkedAt ?? null,
      newer: newest && isNewerVersion(newest.version, currentVersion) ? newest : null,
      failure,
    };
  }

  async function ask(address: string): Promise<Result<UpdateState>> {
    const before = memory.read()?.newest ?? null;
    const checkedAt = now();
    // Written before it is sent: an app that ends meanwhile must not ask again at each start.
    if (!memory.write({ checkedAt, newest: before })) {
      return fail('file_failed', 'The time of the question could not be written, so nothing was asked.');
    }
    const reading = await read(address);
    // The user may have switched it off, or named another address, while the answer was on its way.
    if (getAddress() !== address) return succeed(getState());
    failure = reading.ok ? null : reading.failure;
    if (reading.ok) memory.write({ checkedAt, newest: reading.announcement });
    onChange(getState());
    return succeed(getState());
  }

  async function check(): Promise<Result<UpdateState>> {
    const address = getAddress();
    if (address === null) return fail('wrong_state', 'The update notice is off.');
    underWay ??= ask(address).finally(() => {
      underWay = null;
    });
    return underWay;
  }

  async function checkWhenDue(): Promise<void> {
    if (getAddress() === null) return;
    const checkedAt = memory.read()?.checkedAt ?? null;
    // A time in the future means that the wall clock was set back since.
    const isDue = checkedAt === null || now() - checkedAt >= dayMs || checkedAt > now();
    if (isDue) await check();
  }

  return {
    getState,
    check,
    checkWhenDue,
    start() {
      void checkWhenDue();
      timer = setInterval(() => void checkWhenDue(), hourMs);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
