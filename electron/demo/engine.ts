import type { DemoAccount, DemoAccountState } from '../../shared/demo-control.ts';
import { type DemoSwitches, defaultDemoSwitches } from '../../shared/demo-switches.ts';
import { type ActionSpec, actionById } from '../../shared/local-api/catalogue.ts';
import { type EnvelopeActionId, handlers } from './actions/handlers.ts';
import { clearSystemCache, describeService, refuseInput } from './actions/system-cache.ts';
import type { ActionContext, Answer } from './answer.ts';
import { createRandom } from './random.ts';
import { type Reply, toReply } from './reply.ts';
import { seedState } from './seed.ts';
import { readRequest } from './validate.ts';

/** Data the demo starts with. */
export interface EngineOptions {
  readonly profiles: number;
  readonly seed: number;
  readonly switches: Partial<DemoSwitches>;
  readonly accountPassword: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const accountCodes = { ok: null, signedOut: 1002, versionTooLow: 1005, noRights: 1008 } as const;
// Far apart, so that neighbouring seeds do not share an account.
const secondAccountOffset = 104_729;

/** What the API decides, apart from HTTP: accounts, switches, validation and actions. */
export class Engine {
  readonly switches: DemoSwitches;
  readonly #options: EngineOptions;
  readonly #contexts = new Map<'first' | 'second', ActionContext>();
  #account: DemoAccountState = { state: 'ok', account: 'first' };

  constructor(options: EngineOptions) {
    this.#options = options;
    this.switches = { ...defaultDemoSwitches, ...options.switches };
    this.#contexts.set('first', this.#makeContext(options.seed, 'demo@example.com'));
  }

  get account(): DemoAccountState {
    return this.#account;
  }

  /** Signs in or out, or changes the account; what is left out stays. */
  setAccount(account: DemoAccount): void {
    this.#account = {
      state: account.state ?? this.#account.state,
      account: account.account ?? this.#account.account,
    };
  }

  /** The signed-in account's data with everything an action needs. */
  get context(): ActionContext {
    const known = this.#contexts.get(this.#account.account);
    if (known !== undefined) return known;
    const context = this.#makeContext(this.#options.seed + secondAccountOffset, 'second@example.com');
    this.#contexts.set(this.#account.account, context);
    return context;
  }

  /** Answers a request of a v2 action. `body` is undefined when it was not JSON. */
  answer(id: EnvelopeActionId, body: unknown): Reply {
    return this.replyWith(actionById(id), this.#decide(id, body));
  }

  /** The reply for an answer that did not come from the action: limits, faults. */
  replyWith(action: ActionSpec, answer: Answer): Reply {
    return toReply(action, answer, this.switches, this.#options.now());
  }

  /** Answers `system-cache-clear`, which knows no envelope and no account. */
  answerService(body: unknown, isJson: boolean): Reply {
    const answer = isJson
      ? clearSystemCache(body, this.switches, this.#options.now())
      : refuseInput(['body', 0], 'JSON decode error', 'json_invalid', {});
    return { ...answer, outcome: answer.httpStatus === 200 ? 'ok' : `http ${answer.httpStatus}` };
  }

  /** The description of the service that holds `system-cache-clear`. */
  describeService(): Reply {
    const answer = describeService(this.switches);
    return { ...answer, outcome: `http ${answer.httpStatus}` };
  }

  #decide(id: EnvelopeActionId, body: unknown): Answer {
    const accountCode = accountCodes[this.#account.state];
    if (accountCode !== null) return { ok: false, code: accountCode };
    const request = readRequest(actionById(id), body, this.switches);
    if (!request.ok) return request;
    // Validation has just turned the body into the types that the handler of this id declares.
    const handle = handlers[id] as (input: unknown, context: ActionContext) => Answer;
    return handle(request.input, this.context);
  }

  #makeContext(seed: number, account: string): ActionContext {
    const { profiles, now, accountPassword } = this.#options;
    return {
      state: seedState({ profiles, seed, account }),
      switches: this.switches,
      now,
      random: createRandom(seed + 1),
      accountPassword,
    };
  }
}
