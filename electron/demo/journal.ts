import type { DemoRequest } from '../../shared/demo-control.ts';

const longestJournal = 20_000;

/** One request of the journal while it runs. */
export interface JournalEntry {
  /** Notes the end of the request; only the first call counts. */
  readonly finish: (outcome: string) => void;
}

/** The API requests that came in, with how many ran at the same time. */
export class Journal {
  #entries: DemoRequest[] = [];
  #received = 0;
  #running = 0;
  #maxConcurrent = 0;

  /** Notes a request; `now` is read at its end again. */
  start(action: string, body: unknown, now: () => number): JournalEntry {
    this.#received += 1;
    this.#running += 1;
    this.#maxConcurrent = Math.max(this.#maxConcurrent, this.#running);
    const entry: DemoRequest = {
      seq: this.#received,
      action,
      body,
      startedAt: now(),
      finishedAt: null,
      outcome: null,
      concurrent: this.#running,
    };
    this.#entries.push(entry);
    // Cut in one go now and then: shifting an array of this size at every request costs too much.
    if (this.#entries.length > longestJournal * 1.1) this.#entries = this.#entries.slice(-longestJournal);
    return {
      finish: (outcome) => {
        if (entry.finishedAt !== null) return;
        entry.finishedAt = now();
        entry.outcome = outcome;
        this.#running -= 1;
      },
    };
  }

  /** The requests kept, oldest first, narrowed to an action or to those after a number. */
  list(action: string | undefined, sinceSeq = 0): DemoRequest[] {
    return this.#entries
      .slice(-longestJournal)
      .filter((entry) => entry.seq > sinceSeq && (action === undefined || entry.action === action));
  }

  get received(): number {
    return this.#received;
  }

  get maxConcurrent(): number {
    return this.#maxConcurrent;
  }

  /** Forgets the requests and the greatest number at a time; numbering goes on. */
  clear(): void {
    this.#entries = [];
    this.#maxConcurrent = this.#running;
  }
}
