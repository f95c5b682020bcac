import { hideSecrets, maskUser, toShape } from './hide-secrets.ts';
import { type JsonTree, toJsonTree } from './json-tree.ts';
import type { ProxyEntry } from './proxy-entry.ts';
import type { JsonFacts, RefusedRecord, ReplyQuestion, ReplyReading } from './reply-reading.ts';

/** A proxy as it may be shown: the user name shortened, the password only as a fact. */
interface ShownProxy {
  readonly host: string;
  readonly port: number;
  readonly user: string | null;
  readonly hasPassword: boolean;
}

/** The form of a refused line instead of its text: letters as `a`, digits as `0`. */
type ShownRefusal = Omit<RefusedRecord, 'text'> & { readonly shape: string };

/** A question whose samples may be shown. */
export interface ShownQuestion {
  readonly about: ReplyQuestion['about'];
  readonly options: readonly {
    readonly value: string;
    readonly count: number;
    readonly sample: ShownProxy | null;
  }[];
}

/** A reading without its secrets: what crosses to the window. */
export interface ReplyView
  extends Pick<ReplyReading, 'kind' | 'verdict' | 'problem' | 'failure' | 'warnings' | 'text' | 'page'> {
  /** Proxies that were understood; the first five are in `proxies`. */
  readonly proxyCount: number;
  readonly proxies: readonly ShownProxy[];
  /** Records that were refused; the first 50 are in `refused`. */
  readonly refusedCount: number;
  readonly refused: readonly ShownRefusal[];
  readonly question: ShownQuestion | null;
  readonly json: (Omit<JsonFacts, 'value'> & { readonly tree: JsonTree }) | null;
}

const maxProxies = 5;
const maxRefused = 50;

/** Strips a reading of its secrets. `secrets` are the ones of the link, which suppliers like to repeat. */
export function toReplyView(reading: ReplyReading, secrets: readonly string[] = []): ReplyView {
  const { proxies, refused, question, json, page } = reading;
  return {
    ...{ kind: reading.kind, verdict: reading.verdict, problem: reading.problem, failure: reading.failure },
    ...{ warnings: reading.warnings, text: reading.text },
    page:
      page === null
        ? null
        : { ...page, title: page.title === null ? null : hideSecrets(page.title, secrets) },
    proxyCount: proxies.length,
    proxies: proxies.slice(0, maxProxies).map(toShownProxy),
    refusedCount: refused.length,
    refused: refused.slice(0, maxRefused).map(({ text, ...rest }) => ({ ...rest, shape: toShape(text) })),
    question: question === null ? null : toShownQuestion(question),
    json: json === null ? null : toShownJson(json, proxies, secrets),
  };
}

function toShownProxy({ host, port, user, password }: ProxyEntry): ShownProxy {
  return { host, port, user: user === null ? null : maskUser(user), hasPassword: password !== null };
}

function toShownQuestion({ about, options }: ReplyQuestion): ShownQuestion {
  const shown = options.map(({ value, count, sample }) => ({
    ...{ value, count },
    sample: sample === null ? null : toShownProxy(sample),
  }));
  return { about, options: shown };
}

function toShownJson(json: JsonFacts, proxies: readonly ProxyEntry[], secrets: readonly string[]) {
  const { value: _value, ...facts } = json;
  const logins = new Set(
    proxies.flatMap(({ user, password }) => [user, password]).filter((part) => part !== null),
  );
  return { ...facts, tree: toJsonTree(json, logins, secrets) };
}
