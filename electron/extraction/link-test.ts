import type { LookupFunction } from 'node:net';
import type { ApiAddress } from '../../shared/connection.ts';
import { expandLink, findPlaceholders } from '../../shared/extraction/link-template.ts';
import type { LinkTestInput, LinkTestResult, RereadInput } from '../../shared/extraction/link-test.ts';
import { parseReply, type ReplyChoices } from '../../shared/extraction/parse-reply.ts';
import { type ReplyView, toReplyView } from '../../shared/extraction/reply-view.ts';
import type { SecretRef } from '../../shared/proxy-target.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { type FetchedReply, type FetchLimits, fetchLink } from './fetch-link.ts';
import { drawRandomText } from './link-values.ts';

interface LinkTesterOptions {
  readonly getLocalApi: () => ApiAddress;
  /** A link that is held under a reference; null when there is none. */
  readonly findLink: (ref: SecretRef) => string | null;
  /** For tests and the demo: the supplier runs on this computer. */
  readonly allowLoopback: boolean;
  readonly limits?: Partial<FetchLimits>;
  readonly lookup?: LookupFunction;
}

/** Tests supplier links, one at a time. */
export interface LinkTester {
  /**
   * Sends one request and reads the reply. Fails with `wrong_state` while another test runs, with `invalid_input`
   * and `detail` `profile` when the link holds placeholders and no profile fills them, with `not_found` when a link
   * is not held any more.
   */
  test(input: LinkTestInput): Promise<Result<LinkTestResult>>;
  /** Reads the last reply anew with the user's answers. Fails with `not_found` when it is another test's. */
  reread(input: RereadInput): Result<LinkTestResult>;
  /** Stops the running test, whose outcome is then `cancelled`. Does nothing when none runs. */
  cancel(): void;
  /** Forgets the last reply, for example when the form is closed: it holds proxy logins. */
  forget(): void;
}

interface KeptReply {
  readonly testId: number;
  readonly reply: FetchedReply;
  readonly secrets: readonly string[];
}

/** Creates the tester. It keeps the last reply in memory, and nowhere else, so that answers need no second request. */
export function createLinkTester({
  getLocalApi,
  findLink,
  allowLoopback,
  limits,
  lookup,
}: LinkTesterOptions): LinkTester {
  let running: AbortController | null = null;
  let kept: KeptReply | null = null;
  let lastId = 0;
  return {
    async test({ link: source, profile, choices }) {
      if (running !== null) return fail('wrong_state', 'Another link is being tested.');
      const template = typeof source === 'string' ? source : findLink(source.ref);
      if (template === null) return fail('not_found', 'The link is not held any more.');
      if (profile === null && findPlaceholders(template).length > 0)
        return fail('invalid_input', 'The link holds placeholders and no profile was given.', {
          detail: 'profile',
        });
      const link =
        profile === null ? template : expandLink(template, { ...profile, random8: drawRandomText() });
      const controller = new AbortController();
      running = controller;
      kept = null;
      try {
        const outcome = await fetchLink(link, {
          ...{ localApi: getLocalApi(), allowLoopback, signal: controller.signal },
          ...(limits === undefined ? {} : { limits }),
          ...(lookup === undefined ? {} : { lookup }),
        });
        if (!outcome.ok) return succeed({ outcome: 'failed', fault: outcome.fault });
        lastId += 1;
        kept = { testId: lastId, reply: outcome.reply, secrets: listLinkSecrets(link) };
        return succeed(toResult(kept, choices));
      } finally {
        running = null;
      }
    },
    reread({ testId, choices }) {
      if (kept?.testId !== testId) return fail('not_found', 'The reply of this test is no longer kept.');
      return succeed(toResult(kept, choices));
    },
    cancel: () => running?.abort(),
    forget: () => {
      kept = null;
    },
  };
}

/** A status of an error counts only when the reply neither gives proxies nor says why it gives none. */
function toResult({ testId, reply, secrets }: KeptReply, choices: ReplyChoices): LinkTestResult {
  const { text, status, bytes, redirects, encoding, retryAfter, isCut } = reply;
  const reading = parseReply(isCut ? dropLastRecord(text) : text, choices);
  // Of cut JSON, or of anything that is no list, nothing certain can be said.
  if (isCut && (reading.kind !== 'text' || reading.problem !== null))
    return { outcome: 'failed', fault: 'too_large' };
  const isExplained = reading.verdict !== 'unusable' || reading.problem === 'supplier_failure';
  if (status >= 400 && !isExplained) return { outcome: 'refused', status, seconds: retryAfter };
  const whole = toReplyView(reading, secrets);
  const view = isCut ? markCut(whole) : whole;
  const failure =
    view.failure === null ? null : { ...view.failure, seconds: view.failure.seconds ?? retryAfter };
  return { outcome: 'read', testId, view: { ...view, failure }, ...{ status, bytes, redirects, encoding } };
}

/** The cut may have gone through the last record: without its end it could pass for another proxy. */
function dropLastRecord(text: string): string {
  return text.slice(0, /[\r\n\t|,; ][^\r\n\t|,; ]*$/.exec(text)?.index ?? 0);
}

function markCut(view: ReplyView): ReplyView {
  const verdict = view.verdict === 'ready' ? 'ready_with_warnings' : view.verdict;
  return { ...view, verdict, warnings: ['cut', ...view.warnings] };
}

/** What the link holds besides scheme and host: suppliers repeat it in their replies. */
function listLinkSecrets(link: string): readonly string[] {
  const url = URL.parse(link);
  if (url === null) return [];
  const parts = [...url.searchParams.values(), ...url.pathname.split('/').map(decodePart)];
  // Shorter ones, such as `num=10`, are no secrets, and hiding them would make replies unreadable.
  return [...new Set(parts)].filter((part) => part.length >= 6).toSorted((a, b) => b.length - a.length);
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: the text as it stands.
    return text;
  }
}
