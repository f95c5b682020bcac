import type { SecretRef } from '../../shared/proxy-target.ts';
import type { LinkTester } from '../extraction/link-test.ts';
import { readAnnouncement } from '../updates/read-announcement.ts';
import type { Activity } from './activity.ts';
import { fromLinkTest, fromUpdateCheck } from './to-activity.ts';

/** The same tester; every link that it asks, typed or found by its reference, is recorded by its host. */
export function recordLinkTests(
  activity: Activity,
  findLink: (ref: SecretRef) => string | null,
  tester: LinkTester,
): LinkTester {
  return {
    ...tester,
    async test(input) {
      const at = Date.now();
      const startedAt = performance.now();
      const result = await tester.test(input);
      const link = typeof input.link === 'string' ? input.link : (findLink(input.link.ref) ?? '');
      const request = fromLinkTest(link, result, at, Math.round(performance.now() - startedAt));
      if (request !== null) activity.record(request);
      return result;
    },
  };
}

/** Asks for the newest version, and records that it did. */
export async function recordUpdateCheck(activity: Activity, address: string) {
  const at = Date.now();
  const startedAt = performance.now();
  const read = await readAnnouncement(address);
  const failure = read.ok ? null : read.failure;
  activity.record(fromUpdateCheck(address, failure, at, Math.round(performance.now() - startedAt)));
  return read;
}
