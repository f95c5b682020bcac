import { expect, test } from 'vitest';
import type { JobItem } from '../../shared/job.ts';
import { profileId } from '../../shared/profile.ts';
import { type JobCsvWords, writeJobCsv } from './job-csv.ts';

const words: JobCsvWords = {
  headings: {
    number: 'Number',
    name: 'Name',
    group: 'Group',
    copyNumber: 'New number',
    copyName: 'Name of the copy',
    result: 'Result',
    reason: 'Reason',
    code: 'Code',
    attempts: 'Attempts',
    time: 'Time',
  },
  state: (state) => `state ${state}`,
  reason: (reason) => `reason ${reason}`,
  time: (epochMs) => new Date(epochMs).toISOString(),
};

function item(more: Partial<JobItem>): JobItem {
  return {
    seq: 0,
    profileId: profileId.parse(501),
    profileName: 'Shop A',
    groupName: 'Shop-EU',
    state: 'done',
    reason: null,
    apiCode: null,
    plannedName: null,
    resultId: null,
    decision: null,
    attempts: 1,
    updatedAt: 0,
    ...more,
  };
}

test('a job becomes one line for each profile under its headings, with a byte order mark for Excel', () => {
  const csv = writeJobCsv(
    [item({}), item({ state: 'failed', reason: 'rejected', apiCode: 1000, attempts: 2 })],
    words,
  );
  expect(csv).toBe(
    [
      '\uFEFFNumber,Name,Group,Result,Reason,Code,Attempts,Time',
      '501,Shop A,Shop-EU,state done,,,1,1970-01-01T00:00:00.000Z',
      '501,Shop A,Shop-EU,state failed,reason rejected,1000,2,1970-01-01T00:00:00.000Z',
      '',
    ].join('\r\n'),
  );
});

test('copies are listed with their new number and name, one that was not made with its name alone', () => {
  const made = item({ plannedName: 'Shop A copy 1', resultId: profileId.parse(612) });
  const missing = item({ plannedName: 'Shop A copy 2', state: 'cancelled', reason: 'stopped', attempts: 0 });
  expect(writeJobCsv([made, missing], words).split('\r\n')).toEqual([
    '\uFEFFNumber,Name,Group,New number,Name of the copy,Result,Reason,Code,Attempts,Time',
    '501,Shop A,Shop-EU,612,Shop A copy 1,state done,,,1,1970-01-01T00:00:00.000Z',
    '501,Shop A,Shop-EU,,Shop A copy 2,state cancelled,reason stopped,,0,1970-01-01T00:00:00.000Z',
    '',
  ]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
  'the name %j does not become a formula',
  (profileName) => {
    const line = writeJobCsv([item({ profileName })], words).split('\r\n')[1];
    expect(line).toMatch(/^501,"?'/);
  },
);

test('quotes, commas and line breaks in a name stay in its field', () => {
  const csv = writeJobCsv([item({ profileName: 'a "b", c\nd' })], words);
  expect(csv).toContain('501,"a ""b"", c\nd",Shop-EU');
});
