import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinkTestInput, LinkTestResult } from '../../shared/extraction/link-test.ts';
import { secretRef } from '../../shared/proxy-target.ts';
import type { Result } from '../../shared/result.ts';
import { createLinkTester } from './link-test.ts';
import {
  type SupplierReplyName,
  type SupplierServer,
  startSupplierServer,
  supplierReplyNames,
} from './supplier-server.ts';

let supplier: SupplierServer;
beforeAll(async () => {
  supplier = await startSupplierServer();
});
afterAll(() => supplier.close());

const choices = { textFormat: null, mapping: null, list: null };

function createTester() {
  return createLinkTester({
    findLink: () => null,
    getLocalApi: () => ({ host: '127.0.0.1', port: 53_200 }),
    allowLoopback: true,
    limits: { totalMs: 1000 },
  });
}

function ask(name: SupplierReplyName, more: Partial<LinkTestInput> = {}, query = ''): LinkTestInput {
  return { link: supplier.link(name, query), profile: null, choices, ...more };
}

function unwrap(result: Result<LinkTestResult>): LinkTestResult {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function summarize(result: LinkTestResult): string {
  if (result.outcome === 'failed') return `failed ${result.fault}`;
  if (result.outcome === 'refused') return `refused ${result.status} ${result.seconds}`;
  const { kind, verdict, problem, failure, proxyCount, question } = result.view;
  const why = failure === null ? problem : `${failure.reason} ${failure.ip} ${failure.seconds}`;
  return `${kind} ${verdict} ${question?.about ?? why ?? proxyCount}`;
}

describe('the test of a link tells what the supplier gave', () => {
  it.each([
    ['text', 'text ready 2'],
    ['text-with-login', 'text ready 1'],
    ['text-pipes', 'text ready 2'],
    ['text-ambiguous', 'text ready_with_warnings text_format'],
    ['text-some-bad', 'text ready_with_warnings 1'],
    ['text-utf8-mark', 'text ready 2'],
    ['text-utf16', 'text ready 2'],
    ['text-gzip', 'text ready 2'],
    ['json', 'json ready 1'],
    ['json-as-text', 'json ready 1'],
    ['json-cut', 'json unusable json_invalid'],
    ['json-deep', 'json ready_with_warnings 1'],
    ['json-too-deep', 'json unusable json_no_proxies'],
    ['not-whitelisted', 'json unusable not_whitelisted 198.51.100.7 null'],
    ['not-whitelisted-gbk', 'text unusable not_whitelisted 198.51.100.7 null'],
    ['too-fast', 'text unusable too_fast null 7'],
    ['too-fast-by-header', 'json unusable too_fast null 12'],
    ['status-429', 'refused 429 12'],
    ['plan-expired', 'json unusable plan_expired null null'],
    ['plan-empty', 'json unusable plan_empty null null'],
    ['wrong-key', 'json unusable wrong_key null null'],
    ['status-403', 'refused 403 null'],
    ['status-500', 'refused 500 null'],
    ['status-500-with-list', 'text ready 2'],
    ['empty', 'empty unusable empty'],
    ['no-content', 'empty unusable empty'],
    ['page', 'html unusable html_page'],
    ['xml', 'xml unusable xml'],
    ['binary', 'binary unusable binary'],
    ['redirect', 'text ready 2'],
    ['redirect-loop', 'failed too_many_redirects'],
    ['redirect-to-metadata', 'failed blocked_target'],
    ['huge', 'failed too_large'],
    ['gzip-bomb', 'failed too_large'],
    ['long-json', 'failed too_large'],
    ['long-list', 'text ready_with_warnings 3958'],
    ['cut-off', 'failed cut_off'],
    ['not-http', 'failed not_http'],
  ] as const)('%s: %s', async (name, summary) => {
    expect(summarize(unwrap(await createTester().test(ask(name))))).toBe(summary);
  });
});

describe('secrets', () => {
  it.each(supplierReplyNames.filter((name) => !['silent', 'dripping', 'dripping-head'].includes(name)))(
    'of link and reply are not in the result of %s',
    async (name) => {
      const result = await createTester().test(ask(name, {}, '?key=canary-key-1234'));
      const text = JSON.stringify(result);
      for (const secret of ['canary-user', 'canary-password', 'canary-key', String(supplier.port)])
        expect(text).not.toContain(secret);
    },
  );
});

describe('a list of 10,000 lines', () => {
  it('says that it was cut, and counts no line that the cut went through', async () => {
    const result = unwrap(await createTester().test(ask('long-list')));
    if (result.outcome !== 'read') throw new Error('The reply was not read.');
    expect(result.view.warnings).toContain('cut');
    expect(result.view.refused).toEqual([]);
    expect(result.bytes).toBe(65_536);
    const again = createTester();
    const first = unwrap(await again.test(ask('long-list')));
    if (first.outcome !== 'read') throw new Error('The reply was not read.');
    const { testId } = first;
    const reread = unwrap(again.reread({ testId, choices: { ...choices, textFormat: 'ip:port' } }));
    expect(reread.outcome === 'read' && reread.view.warnings).toContain('cut');
  });
});

describe('a link that is held', () => {
  it('is found by its reference, and refused when it is not held any more', async () => {
    const ref = secretRef.parse(crypto.randomUUID());
    const links = new Map([[ref, supplier.link('text', '?key=canary-key-1234')]]);
    const tester = createLinkTester({
      findLink: (each) => links.get(each) ?? null,
      getLocalApi: () => ({ host: '127.0.0.1', port: 53_200 }),
      allowLoopback: true,
    });
    const input = { link: { ref }, profile: null, choices };
    const result = unwrap(await tester.test(input));
    expect(summarize(result)).toBe('text ready 2');
    expect(JSON.stringify(result)).not.toContain('canary');
    expect(supplier.heads.at(-1)).toContain('canary-key-1234');
    links.clear();
    expect(await tester.test(input)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

describe('answers', () => {
  it('are applied to the reply that is there, without another request', async () => {
    const tester = createTester();
    const first = unwrap(await tester.test(ask('text-ambiguous')));
    if (first.outcome !== 'read') throw new Error('The reply was not read.');
    const before = supplier.heads.length;
    const answered = tester.reread({
      testId: first.testId,
      choices: { ...choices, textFormat: 'ip:port:username:password' },
    });
    expect(summarize(unwrap(answered))).toBe('text ready 1');
    expect(supplier.heads).toHaveLength(before);
  });

  it('to a reply that is gone are refused', async () => {
    const tester = createTester();
    const first = unwrap(await tester.test(ask('text')));
    if (first.outcome !== 'read') throw new Error('The reply was not read.');
    tester.forget();
    const answer = { testId: first.testId, choices };
    expect(tester.reread(answer)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    await tester.test(ask('empty'));
    expect(tester.reread(answer)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

describe('one test at a time', () => {
  it('refuses a second one and can cancel the first', async () => {
    const tester = createTester();
    const before = supplier.heads.length;
    const first = tester.test(ask('silent'));
    await expect.poll(() => supplier.heads.length).toBeGreaterThan(before);
    expect(await tester.test(ask('text'))).toMatchObject({ ok: false, error: { code: 'wrong_state' } });
    tester.cancel();
    expect(summarize(unwrap(await first))).toBe('failed cancelled');
    tester.cancel();
    expect(summarize(unwrap(await tester.test(ask('text'))))).toBe('text ready 2');
  });
});

describe('a template', () => {
  const query = '?session={profile_id}-{random8}&name={name}';

  it('needs a profile', async () => {
    const result = await createTester().test(ask('text', {}, query));
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input', detail: 'profile' } });
  });

  it('is sent with the values of the profile', async () => {
    const profile = { profileId: 501, name: 'Shop & Co', group: 'EU' };
    await createTester().test(ask('text', { profile }, query));
    expect(supplier.heads.at(-1)).toMatch(/^GET \/text\?session=501-[a-z0-9]{8}&name=Shop%20%26%20Co HTTP/);
  });
});
