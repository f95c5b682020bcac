import type { ConsoleReply } from '../../../shared/console/console-call.ts';
import { setAt } from '../../../shared/console/edit-body.ts';
import type { BodyPath } from '../../../shared/console/form-model.ts';
import { parseJsonText } from '../../../shared/console/parse-json-text.ts';
import { hideSecrets } from '../../../shared/console/secret-fields.ts';
import type { ActionId } from '../../../shared/local-api/wire.generated.ts';
import { createStore } from '../../ui/store.ts';

export type Body = Readonly<Record<string, unknown>>;

/** The request to one action while it is put together. The body is the one state that form and JSON both show. */
export interface Draft {
  readonly body: Body;
  /** As the user typed it, or the body written out. */
  readonly jsonText: string;
  /** Why the text is not the body; the body is then the last one that could be read. */
  readonly jsonFault:
    | { readonly kind: 'syntax'; readonly line: number; readonly column: number }
    | { readonly kind: 'not_object' }
    | null;
}

/** How one call ended. `error` is what the main process refused to send. */
export type CallEnd =
  | { readonly kind: 'reply'; readonly reply: ConsoleReply }
  | { readonly kind: 'error'; readonly error: unknown };

/** A call of this session, without its secrets. */
interface RecentCall {
  readonly id: string;
  readonly action: ActionId;
  readonly body: Body;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly end: CallEnd;
}

export interface ConsoleState {
  readonly action: ActionId;
  readonly drafts: Readonly<Partial<Record<ActionId, Draft>>>;
  readonly isReadOnly: boolean;
  readonly view: 'form' | 'json';
  readonly running: { readonly callId: string; readonly action: ActionId } | null;
  /** The last reply to each action. */
  readonly ends: Readonly<Partial<Record<ActionId, CallEnd>>>;
  /** Newest first. */
  readonly recent: readonly RecentCall[];
}

const mostRecent = 50;
/** Replies of more actions than this are not kept: one may have megabytes. */
const mostEnds = 8;

/** The console outlives its page: whoever comes back finds the call as it was left. */
export const consoleStore = createStore<ConsoleState>({
  action: 'profile-list',
  drafts: {},
  isReadOnly: true,
  view: 'form',
  running: null,
  ends: {},
  recent: [],
});

const emptyDraft: Draft = { body: {}, jsonText: '{}', jsonFault: null };

/** The draft of an action; an empty one where nothing was entered yet. */
export function draftOf(state: ConsoleState, action: ActionId): Draft {
  return state.drafts[action] ?? emptyDraft;
}

function update(change: (state: ConsoleState) => Partial<ConsoleState>): void {
  const state = consoleStore.get();
  consoleStore.set({ ...state, ...change(state) });
}

function setDraft(change: (draft: Draft) => Draft): void {
  update((state) => ({
    drafts: { ...state.drafts, [state.action]: change(draftOf(state, state.action)) },
  }));
}

/** Shows an action with what was entered for it before. */
export function chooseAction(action: ActionId): void {
  update(() => ({ action }));
}

/** Shows a call with its body. */
export function showCall(action: ActionId, body: Body): void {
  chooseAction(action);
  replaceBody(body);
}

/** Puts another body in the place of the present one; the JSON follows. */
export function replaceBody(body: Body): void {
  setDraft(() => ({ body, jsonText: JSON.stringify(body, null, 2), jsonFault: null }));
}

/** Changes the body of the action in view. */
export function editBody(change: (body: Body) => Body): void {
  replaceBody(change(draftOf(consoleStore.get(), consoleStore.get().action).body));
}

/** Sets one field or row. */
export function setField(path: BodyPath, value: unknown): void {
  editBody((body) => setAt(body, path, value));
}

/** Takes over typed JSON; the form follows as soon as it can be read. */
export function typeJson(jsonText: string): void {
  setDraft((draft) => {
    const read = parseJsonText(jsonText);
    if (!read.ok)
      return { ...draft, jsonText, jsonFault: { kind: 'syntax', line: read.line, column: read.column } };
    if (typeof read.value !== 'object' || read.value === null || Array.isArray(read.value))
      return { ...draft, jsonText, jsonFault: { kind: 'not_object' } };
    return { body: read.value as Body, jsonText, jsonFault: null };
  });
}

export function setView(view: ConsoleState['view']): void {
  update(() => ({ view }));
}

export function setReadOnly(isReadOnly: boolean): void {
  update(() => ({ isReadOnly }));
}

/** Notes that a call is under way. */
export function beginCall(callId: string, action: ActionId): void {
  update(() => ({ running: { callId, action } }));
}

/** Notes how a call ended; its body is kept without secrets. */
export function endCall(callId: string, action: ActionId, body: Body, end: CallEnd): void {
  update(({ running, ends, recent }) => {
    const others = Object.entries(ends).filter(([id]) => id !== action);
    // In the list of past calls a reply stands without its content.
    const slim: CallEnd =
      end.kind === 'reply' ? { kind: 'reply', reply: { ...end.reply, content: null } } : end;
    const call = { id: callId, action, body: hideSecrets(body), at: Date.now(), end: slim };
    return {
      running: running?.callId === callId ? null : running,
      ends: Object.fromEntries([...others.slice(1 - mostEnds), [action, end]]),
      recent: [call, ...recent].slice(0, mostRecent),
    };
  });
}
