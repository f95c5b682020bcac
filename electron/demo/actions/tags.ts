import type { ActionRequests } from '../../../shared/local-api/wire.generated.ts';
import { type ActionContext, type Answer, answer, refuse } from '../answer.ts';
import { fitsName, takePage } from '../page.ts';
import type { NamedRecord } from '../records.ts';
import type { Store } from '../store.ts';

/** Ids of the tags with these names; names nobody used before become tags. */
export function findOrCreateTags(
  store: Store<NamedRecord>,
  names: string | readonly string[] | undefined,
): readonly number[] {
  const list = names === undefined ? [] : typeof names === 'string' ? [names] : names;
  const ids = list
    .filter((name) => name !== '')
    .map((name) => {
      const known = store.find((tag) => tag.title === name);
      if (known !== undefined) return known.id;
      const tag = { id: store.nextId(), title: name, sort: 0 };
      store.add(tag);
      return tag.id;
    });
  return [...new Set(ids)];
}

/** `tag-list`. */
export function listTags(input: ActionRequests['tag-list'], { state, switches }: ActionContext): Answer {
  return answer(takeNamedPage(state.tags, input, switches));
}

/** `tag-create`. */
export function createTag(input: ActionRequests['tag-create'], { state }: ActionContext): Answer {
  if (hasTitle(state.tags, input.title)) return refuse(113002);
  return answer(addNamed(state.tags, input.title));
}

/** `tag-update`. */
export function updateTag(input: ActionRequests['tag-update'], { state }: ActionContext): Answer {
  const tag = state.tags.get(input.id);
  if (tag === undefined) return refuse(114003);
  if (hasTitle(state.tags, input.title, tag.id)) return refuse(114004);
  tag.title = input.title;
  tag.sort = input.sort ?? tag.sort;
  return answer(1);
}

/** `tag-delete`: refused while profiles carry the tag. */
export function deleteTag(input: ActionRequests['tag-delete'], { state }: ActionContext): Answer {
  if (!state.tags.has(input.id)) return refuse(115002);
  if (state.tagUse.count(input.id) > 0) return refuse(115003);
  state.tags.remove(input.id);
  return answer(0);
}

/** `proxy-tag-list`. */
export function listProxyTags(
  input: ActionRequests['proxy-tag-list'],
  { state, switches }: ActionContext,
): Answer {
  return answer(takeNamedPage(state.proxyTags, input, switches));
}

/** `proxy-tag-create`. */
export function createProxyTag(input: ActionRequests['proxy-tag-create'], { state }: ActionContext): Answer {
  if (hasTitle(state.proxyTags, input.title)) return refuse(119002);
  return answer(addNamed(state.proxyTags, input.title));
}

/** `proxy-tag-update`. */
export function updateProxyTag(input: ActionRequests['proxy-tag-update'], { state }: ActionContext): Answer {
  const tag = state.proxyTags.get(input.id);
  if (tag === undefined) return refuse(120003);
  if (hasTitle(state.proxyTags, input.title, tag.id)) return refuse(120004);
  tag.title = input.title;
  return answer(1);
}

/** `proxy-tag-delete`: refused while proxies carry the tag. */
export function deleteProxyTag(input: ActionRequests['proxy-tag-delete'], { state }: ActionContext): Answer {
  if (!state.proxyTags.has(input.id)) return refuse(121002);
  if (state.proxyTagUse.count(input.id) > 0) return refuse(121003);
  state.proxyTags.remove(input.id);
  return answer(0);
}

/** A page of names with their ids, narrowed by `title`. */
export function takeNamedPage(
  store: Store<NamedRecord>,
  input: ActionRequests['tag-list'],
  switches: ActionContext['switches'],
) {
  const toRow = ({ title, id }: NamedRecord) => ({ title, id });
  const isFiltered = (input.title ?? '') !== '';
  return takePage(
    store,
    input,
    switches,
    toRow,
    isFiltered ? (each) => fitsName(each.title, input.title, switches) : null,
  );
}

/** Whether another record has that title already. */
export function hasTitle(store: Store<NamedRecord>, title: string, exceptId = 0): boolean {
  return store.find((each) => each.title === title && each.id !== exceptId) !== undefined;
}

/** Adds a name and gives its id. */
export function addNamed(store: Store<NamedRecord>, title: string, sort = 0): number {
  const record = { id: store.nextId(), title, sort };
  store.add(record);
  return record.id;
}
