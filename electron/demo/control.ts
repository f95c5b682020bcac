import {
  type DemoCommandInput,
  type DemoCommandName,
  type DemoCommandReply,
  type DemoCommandRequest,
  type DemoTouch,
  demoCommands,
} from '../../shared/demo-control.ts';
import { addSeededProfiles } from './actions/profile-changes.ts';
import { recordOpening } from './actions/profile-openings.ts';
import type { ActionContext } from './answer.ts';
import type { Engine } from './engine.ts';
import type { Faults } from './faults.ts';
import type { Journal } from './journal.ts';

/** What control commands work on. */
export interface ControlTargets {
  readonly engine: Engine;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly pause: (milliseconds: number | undefined) => void;
  readonly resume: () => Promise<void>;
}

type Commands = {
  readonly [Name in DemoCommandName]: (
    request: DemoCommandRequest<Name>,
  ) => DemoCommandReply<Name> | Promise<DemoCommandReply<Name>>;
};

/** A control call's reply, or what is wrong with it. */
export type ControlAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

interface Trigger {
  readonly action: string;
  remaining: number;
  readonly changes: readonly DemoTouch[];
}

/** The control plane of one demo. */
export class Control {
  readonly #commands: Commands;
  readonly #engine: Engine;
  #triggers: Trigger[] = [];

  constructor(targets: ControlTargets) {
    this.#engine = targets.engine;
    this.#commands = this.#makeCommands(targets);
  }

  /** Runs a command by its name with an unchecked body. */
  async run(name: string, body: unknown): Promise<ControlAnswer> {
    if (!Object.hasOwn(demoCommands, name)) return { ok: false, message: `There is no command "${name}".` };
    const command = name as DemoCommandName;
    const request = demoCommands[command].request.safeParse(body);
    if (!request.success) {
      const [issue] = request.error.issues;
      return { ok: false, message: `${command}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}` };
    }
    const run = this.#commands[command] as (request: unknown) => unknown;
    return { ok: true, value: await run(request.data) };
  }

  /** Runs a command from code of the same process. A request that does not fit throws. */
  async call<Name extends DemoCommandName>(
    name: Name,
    request: DemoCommandInput<Name>,
  ): Promise<DemoCommandReply<Name>> {
    const answer = await this.run(name, request);
    if (!answer.ok) throw new Error(answer.message);
    return answer.value as DemoCommandReply<Name>;
  }

  /** Tells that a request of an action was answered: changes waiting for it happen now. */
  noteAnswered(action: string): void {
    for (const trigger of this.#triggers) if (trigger.action === action) trigger.remaining -= 1;
    const due = this.#triggers.filter((trigger) => trigger.remaining <= 0);
    this.#triggers = this.#triggers.filter((trigger) => trigger.remaining > 0);
    for (const trigger of due) touchAll(trigger.changes, this.#engine.context);
  }

  #makeCommands({ engine, faults, journal, pause, resume }: ControlTargets): Commands {
    return {
      'faults.add': (request) => ({ id: faults.add(request) }),
      'faults.clear': ({ id }) => {
        faults.clear(id);
        return {};
      },
      'switches.set': (switches) => ({ ...Object.assign(engine.switches, withoutUndefined(switches)) }),
      'account.set': (account) => {
        engine.setAccount(account);
        return engine.account;
      },
      'requests.list': ({ action, sinceSeq }) => ({
        requests: journal.list(action, sinceSeq),
        maxConcurrent: journal.maxConcurrent,
        received: journal.received,
      }),
      'requests.clear': () => {
        journal.clear();
        return {};
      },
      'state.get': (request) => describeState(request, engine.context),
      'profiles.touch': ({ changes, after }) => {
        if (after === undefined) return { addedIds: touchAll(changes, engine.context) };
        this.#triggers.push({ action: after.action, remaining: after.requests, changes });
        return { addedIds: [] };
      },
      'server.pause': ({ milliseconds }) => {
        pause(milliseconds);
        return {};
      },
      'server.resume': async () => {
        await resume();
        return {};
      },
    };
  }
}

function touchAll(changes: readonly DemoTouch[], context: ActionContext): number[] {
  return changes.flatMap((change) => touch(change, context));
}

function touch(change: DemoTouch, context: ActionContext): number[] {
  const { state, switches } = context;
  if (change.kind === 'add') return addSeededProfiles(change.count, change.namePrefix, context);
  const ids = change.kind === 'rename' ? [change.profileId] : change.profileIds;
  for (const id of ids) {
    const profile = state.profiles.get(id);
    if (profile === undefined) continue;
    if (change.kind === 'open') {
      const { user = 'anna@example.com', throughApi = false } = change;
      recordOpening(profile, { user: throughApi ? state.account : user, throughApi }, context);
    }
    if (change.kind === 'close') state.openings.delete(id);
    if (change.kind === 'delete') state.removeProfile(profile, switches.profileDelete === 'recycleBin');
    if (change.kind === 'fillCache') profile.hasCache = true;
    if (change.kind === 'emptyCache') profile.hasCache = false;
    if (change.kind === 'rename') {
      state.changeProfile(profile, (changed) => {
        changed.name = change.name;
      });
    }
  }
  return [];
}

function describeState(
  request: DemoCommandRequest<'state.get'>,
  { state }: ActionContext,
): DemoCommandReply<'state.get'> {
  const profiles = (request.profileIds ?? []).flatMap((id) => {
    const profile = state.profiles.get(id);
    if (profile === undefined) return [];
    return {
      profileId: id,
      name: profile.name,
      groupName: state.groups.get(profile.groupId)?.title ?? '',
      hasCache: profile.hasCache,
      cookieCount: state.cookiesOf(profile).length,
      cacheClears: profile.cacheClears,
      cookieClears: profile.cookieClears,
      isOpen: state.openings.has(id),
    };
  });
  return {
    profileCount: state.profiles.size,
    profilesNamed: request.name === undefined ? null : state.names.count(request.name),
    groupCount: state.groups.size,
    tagCount: state.tags.size,
    proxyCount: state.proxies.size,
    openProfileIds: [...state.openings.keys()],
    recycleBinIds: [...state.recycleBin.keys()],
    foreignTransferCodes: [...state.foreignTransfers.keys()],
    profiles,
  };
}

function withoutUndefined<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<T>;
}
