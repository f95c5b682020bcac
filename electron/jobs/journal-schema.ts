/**
 * Tables of the journal. A job is planned completely before its first request; every request has one row in
 * `attempt`, written before the request, whose `outcome` stays null until the reply was settled: a null
 * outcome at start means that the app died in between. No column holds a secret.
 */

/**
 * Stored as `user_version`. A journal with a higher number comes from a newer app and is not opened; so it rises
 * with every change that an older app could not read, a new kind of operation among them.
 */
export const journalVersion = 1;

/**
 * Creates the tables in an empty database. There are few indexes on purpose: each would be written twice for every
 * item of a job, and reading all items of the largest job takes milliseconds without them.
 */
export const journalSchema = `
CREATE TABLE job(
  id TEXT PRIMARY KEY,
  operation TEXT NOT NULL,                     -- the operation with its options, as JSON
  semantics TEXT NOT NULL CHECK(semantics IN('idempotent','guarded','once')),
  close_opened INTEGER NOT NULL,
  account_fp TEXT NOT NULL,                    -- hash over a sample of (profile_id, cache_path)
  retry_of TEXT,
  undo_of TEXT,
  state TEXT NOT NULL CHECK(state IN('queued','running','paused','finished')),
  pause_reason TEXT,
  api_code INTEGER,
  epoch INTEGER NOT NULL DEFAULT 0,            -- rises whenever the job starts or goes on
  total INTEGER NOT NULL,
  counts TEXT,                                 -- JSON, of a job that is not running
  created_ms INTEGER NOT NULL,
  started_ms INTEGER,
  finished_ms INTEGER,
  app_version TEXT NOT NULL) STRICT;
CREATE INDEX job_created ON job(created_ms);
CREATE TABLE item(
  job_id TEXT NOT NULL REFERENCES job(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  profile_id INTEGER NOT NULL,
  profile_name TEXT NOT NULL,
  group_name TEXT NOT NULL,
  identity TEXT,                               -- cache_path when planned
  last_open_s INTEGER,                         -- last_open_time when planned: was it used since?
  preimage TEXT,                               -- state before, as JSON, for undo
  marker TEXT,                                 -- unique name planned for an action that must happen once
  target TEXT,                                 -- value of this item alone, as JSON; never a secret
  state TEXT NOT NULL
    CHECK(state IN('queued','running','done','failed','skipped','cancelled','uncertain')),
  reason TEXT,
  api_code INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  result_id INTEGER,                           -- profile that came into being
  decision TEXT CHECK(decision IN('was_done','send_again')),
  updated_ms INTEGER NOT NULL,
  PRIMARY KEY(job_id, seq)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX item_once ON item(job_id, profile_id, coalesce(marker,''));
CREATE TABLE attempt(
  id INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES job(id) ON DELETE CASCADE,
  epoch INTEGER NOT NULL,
  intent_ms INTEGER NOT NULL,
  deadline_ms INTEGER NOT NULL,
  outcome TEXT CHECK(outcome IN('ok','refused','not_sent','unknown')),
  end_ms INTEGER,
  api_code INTEGER,
  cause TEXT) STRICT;
CREATE INDEX attempt_job ON attempt(job_id);
CREATE TABLE attempt_item(
  attempt_id INTEGER NOT NULL REFERENCES attempt(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  PRIMARY KEY(attempt_id, seq)) STRICT, WITHOUT ROWID;
`;
