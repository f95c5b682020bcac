import type { CommandHandlers } from '../shared/contract.ts';
import { succeed } from '../shared/result.ts';
import type { Services } from './services.ts';

/** The handler table: a line a command, no logic. A command without a handler does not compile. */
export function toCommandHandlers({ info, settings, connection, profiles, jobs }: Services): CommandHandlers {
  return {
    'app.info': async () => succeed(info),
    'settings.get': async () => succeed(settings.view()),
    'settings.update': async (patch) => settings.update(patch),
    'connection.get': async () => succeed(connection.get()),
    'connection.check': async () => succeed(await connection.check()),
    'profiles.startReading': async () => profiles.startReading(),
    'profiles.nextRows': async ({ readingId, from }) => profiles.nextRows(readingId, from),
    'profiles.listOpened': async () => profiles.listOpened(),
    'jobs.check': async (input) => jobs.check(input),
    'jobs.start': async (input) => jobs.start(input),
    'jobs.pause': async ({ jobId }) => jobs.pause(jobId),
    'jobs.resume': async ({ jobId }) => jobs.resume(jobId),
    'jobs.stop': async ({ jobId }) => jobs.stop(jobId),
    'jobs.get': async ({ jobId }) => jobs.get(jobId),
    'jobs.list': async () => jobs.list(),
    'jobs.listItems': async (query) => jobs.listItems(query),
    'jobs.retry': async (input) => jobs.retry(input),
    'jobs.saveCsv': async ({ jobId }) => jobs.saveCsv(jobId),
  };
}
