import fs from 'node:fs';
import path from 'node:path';
import { type DestinationStream, pino } from 'pino';
import { redact } from './support/redact.ts';

/**
 * Typed fields only: request and reply bodies are never logged. Every line is redacted once more when it
 * is written, in case a secret reached an error message.
 */
interface LogEntry {
  /** Name of the event in snake_case. */
  readonly what: string;
  readonly [field: string]: string | number | boolean | null | undefined;
}

export interface Log {
  debug(entry: LogEntry): void;
  info(entry: LogEntry): void;
  warn(entry: LogEntry): void;
  error(entry: LogEntry): void;
}

const keptDays = 7;
const maxFileBytes = 20 * 1024 * 1024;
const dayMs = 86_400_000;

/**
 * Opens `panel-YYYY-MM-DD.log` in the folder (mode 0600) and removes files older than seven days. Past
 * 20 MiB a day's file takes no more lines. A line that cannot be written, for example on a full disk, is lost:
 * nothing that logs ever fails for it. `level` is `info`, or `debug` to hold every command as well.
 */
export function openLog(folder: string, level: 'info' | 'debug'): Log {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeOldFiles(folder);
  } catch {
    // A folder that cannot be written keeps no log; whatever else needs it says so itself.
  }
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, dailyFile(folder));
  return {
    debug: (entry) => logger.debug(entry),
    info: (entry) => logger.info(entry),
    warn: (entry) => logger.warn(entry),
    error: (entry) => logger.error(entry),
  };
}

function dailyFile(folder: string): DestinationStream {
  return {
    write(line) {
      const file = path.join(folder, `panel-${new Date().toISOString().slice(0, 10)}.log`);
      try {
        const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
        if (size < maxFileBytes) fs.appendFileSync(file, `${redact(line.trimEnd())}\n`, { mode: 0o600 });
      } catch {
        // A job that logs a settled request must not end because the disk is full.
      }
    },
  };
}

function removeOldFiles(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name.endsWith('.log') && Date.now() - fs.statSync(file).mtimeMs > keptDays * dayMs) fs.rmSync(file);
  }
}
