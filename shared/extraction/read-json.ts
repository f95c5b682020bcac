import { countJsonFields, readJsonHost, readJsonPort } from './json-fields.ts';
import { findJsonLists, type JsonList } from './json-lists.ts';
import { type JsonMapping, readMappedValue } from './json-mapping.ts';
import { type MappingProposal, proposeMapping, toMapping } from './propose-mapping.ts';
import type { ProxyEntry } from './proxy-entry.ts';
import { readRecord } from './read-record.ts';
import { recognizeFailure, type SupplierFailure } from './recognize-failure.ts';
import type {
  JsonFacts,
  RefusalReason,
  RefusedRecord,
  ReplyProblem,
  ReplyQuestion,
  ReplyWarning,
} from './reply-reading.ts';

/** A JSON reply as one list of proxies. */
export interface JsonReading {
  readonly proxies: readonly ProxyEntry[];
  readonly refused: readonly RefusedRecord[];
  readonly warnings: readonly ReplyWarning[];
  readonly question: ReplyQuestion | null;
  readonly problem: ReplyProblem | null;
  readonly failure: SupplierFailure | null;
  readonly facts: JsonFacts;
}

/** Answers of the user about JSON. */
export interface JsonChoices {
  readonly mapping: JsonMapping | null;
  /** Path of the list, as the question offered it. */
  readonly list: string | null;
}

interface Candidate {
  readonly list: JsonList;
  readonly proposal: MappingProposal;
  readonly isSure: boolean;
}

/** Options of a question that are worth showing. */
const maxOptions = 10;
/** Texts of a reply without proxies that are searched for a supplier's failure. */
const maxTexts = 50;

/**
 * Reads a JSON reply. It trusts addresses, not success codes: those differ between suppliers. Without a chosen
 * mapping it looks for lists (or a single object) whose keys hold valid hosts and ports and proposes the keys;
 * several equally good ones become a question.
 */
export function readJson(value: unknown, choices: JsonChoices): JsonReading {
  const { lists, isCut } = findJsonLists(value);
  const reading =
    choices.mapping === null
      ? propose(value, lists, choices.list)
      : applyMapping(value, lists, choices.mapping, choices.list);
  return isCut ? { ...reading, warnings: [...reading.warnings, 'too_deep'] } : reading;
}

function propose(value: unknown, lists: readonly JsonList[], chosenList: string | null): JsonReading {
  const all = findCandidates(lists).filter(({ list }) => chosenList === null || list.path === chosenList);
  const sure = all.filter(({ isSure }) => isSure);
  const candidates = sure.length > 0 ? sure : all;
  const [first] = candidates;
  if (first === undefined) return explainNothing(value, lists);
  const mapping = toMapping(first.proposal);
  if (candidates.length > 1) {
    const options = candidates.slice(0, maxOptions).map(({ list, proposal }) => {
      const proxies = readItems(list, toMapping(proposal)).proxies;
      return { value: list.path, count: proxies.length, sample: proxies[0] ?? null };
    });
    return ask(value, { about: 'json_list', options }, null, null, 0);
  }
  if (!first.isSure) {
    const { ip, port } = first.proposal;
    const about = ip.isSure ? 'json_port' : 'json_ip';
    const options = (ip.isSure ? port : ip).options.slice(0, maxOptions).map((key) => {
      const { proxies } = readItems(first.list, { ...mapping, [about === 'json_ip' ? 'ip' : 'port']: key });
      return { value: key, count: proxies.length, sample: proxies[0] ?? null };
    });
    return ask(value, { about, options }, first.list, mapping, first.list.items.length);
  }
  return readList(value, first.list, mapping);
}

function ask(
  value: unknown,
  question: ReplyQuestion,
  list: JsonList | null,
  mapping: Partial<JsonMapping> | null,
  items: number,
): JsonReading {
  const facts = { value, list: list?.path ?? null, mapping, items };
  return { proxies: [], refused: [], warnings: ['ambiguous'], question, problem: null, failure: null, facts };
}

/** Single objects are tried from the innermost outwards: one whose part is a candidate is none itself. */
function findCandidates(lists: readonly JsonList[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const enclosing = new Set<string>();
  for (const list of lists.toSorted((a, b) => b.depth - a.depth)) {
    if (!list.isList && enclosing.has(list.path)) continue;
    const proposal = proposeMapping(countJsonFields(list.items));
    if (proposal === null || !list.items.some((item) => holdsAddress(item, proposal))) continue;
    candidates.push({ list, proposal, isSure: proposal.ip.isSure && proposal.port.isSure });
    if (!list.isList) for (const path of pathsAbove(list.path)) enclosing.add(path);
  }
  return candidates;
}

/** Hosts in some items and ports in others make no proxy. */
function holdsAddress(item: unknown, { ip, port }: MappingProposal): boolean {
  return (
    ip.options.slice(0, maxOptions).some((key) => readJsonHost(readMappedValue(item, key)) !== null) &&
    port.options.slice(0, maxOptions).some((key) => readJsonPort(readMappedValue(item, key)) !== null)
  );
}

function pathsAbove(path: string): string[] {
  const steps = path.split('.');
  return steps.map((_step, index) => steps.slice(0, index).join('.'));
}

function applyMapping(
  value: unknown,
  lists: readonly JsonList[],
  mapping: JsonMapping,
  chosenList: string | null,
): JsonReading {
  const fitting = lists.filter(
    (list) =>
      (chosenList === null || list.path === chosenList) &&
      list.items.some((item) => typeof toProxy(item, mapping) === 'object'),
  );
  const [first] = fitting;
  if (first === undefined) {
    const nothing = explainNothing(value, lists);
    const problem = nothing.failure === null ? 'choice_finds_nothing' : nothing.problem;
    return { ...nothing, problem, facts: { ...nothing.facts, mapping } };
  }
  if (fitting.length > 1) {
    const options = fitting.slice(0, maxOptions).map((list) => {
      const { proxies } = readItems(list, mapping);
      return { value: list.path, count: proxies.length, sample: proxies[0] ?? null };
    });
    return ask(value, { about: 'json_list', options }, null, mapping, 0);
  }
  return readList(value, first, mapping);
}

function readList(value: unknown, list: JsonList, mapping: Partial<JsonMapping>): JsonReading {
  const { proxies, refused } = readItems(list, mapping);
  const isNested = Object.values(mapping).some((key) => isPath(list.items[0], key));
  const warnings: ReplyWarning[] = [];
  if (refused.length > 0) warnings.push('refused');
  if (isNested) warnings.push('nested_mapping');
  if (list.depth > 1) warnings.push('nested_list');
  const facts = { value, list: list.path, mapping, items: list.items.length };
  const problem = proxies.length === 0 ? 'json_no_proxies' : null;
  return { proxies, refused, warnings, question: null, problem, failure: null, facts };
}

function isPath(item: unknown, key: string): boolean {
  return key.includes('.') && !(typeof item === 'object' && item !== null && Object.hasOwn(item, key));
}

function readItems(list: JsonList, mapping: Partial<JsonMapping>) {
  const proxies: ProxyEntry[] = [];
  const refused: RefusedRecord[] = [];
  for (const [index, item] of list.items.entries()) {
    const proxy = toProxy(item, mapping);
    if (typeof proxy === 'object') proxies.push(proxy);
    else refused.push({ line: index + 1, part: 1, reason: proxy, text: '' });
  }
  return { proxies, refused };
}

function toProxy(item: unknown, mapping: Partial<JsonMapping>): ProxyEntry | RefusalReason {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return 'not_an_object';
  const hostValue = readMappedValue(item, mapping.ip ?? '');
  const portValue = readMappedValue(item, mapping.port ?? '');
  if (isMissing(hostValue)) return 'missing_host';
  if (isMissing(portValue)) return 'missing_port';
  const host = readJsonHost(hostValue);
  const port = readJsonPort(portValue);
  if (host === null) return 'host';
  if (port === null) return 'port';
  const user = readLoginPart(readMappedValue(item, mapping.username ?? ''));
  const password = readLoginPart(readMappedValue(item, mapping.password ?? ''));
  if (user === undefined || password === undefined) return 'login_type';
  return { host, port, user, password };
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Undefined for a value that is neither text nor a number. */
function readLoginPart(value: unknown): string | null | undefined {
  if (isMissing(value)) return null;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function explainNothing(value: unknown, lists: readonly JsonList[]): JsonReading {
  const texts = collectTexts(value);
  const hasAddress = texts.some((text) => readRecord(text.trim().split(/\s/, 1)[0] ?? '').fits.length > 0);
  const failure = hasAddress ? null : findFailure(texts);
  const hasRows = lists.some(({ items }) => items.some(isAddressRow));
  return {
    ...{ proxies: [], refused: [], warnings: [], question: null },
    problem: toProblem(hasAddress, failure, hasRows),
    failure,
    facts: { value, list: null, mapping: null, items: 0 },
  };
}

function toProblem(hasAddress: boolean, failure: SupplierFailure | null, hasRows: boolean): ReplyProblem {
  if (hasAddress) return 'json_addresses_in_text';
  if (hasRows) return 'json_rows_without_keys';
  return failure === null ? 'json_no_proxies' : 'supplier_failure';
}

function isAddressRow(item: unknown): boolean {
  return (
    Array.isArray(item) &&
    item.some((cell) => readJsonHost(cell) !== null) &&
    item.some((cell) => readJsonPort(cell) !== null)
  );
}

function findFailure(texts: readonly string[]): SupplierFailure | null {
  for (const text of texts) {
    const failure = recognizeFailure(text);
    if (failure !== null) return failure;
  }
  return null;
}

/** The first texts of the reply, outer ones first: a supplier's message stands near the top. */
function collectTexts(root: unknown): readonly string[] {
  const texts: string[] = [];
  let level: unknown[] = [root];
  while (level.length > 0 && texts.length < maxTexts) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string' && texts.length < maxTexts) texts.push(value.slice(0, 500));
      else if (typeof value === 'object' && value !== null)
        for (const child of Object.values(value)) next.push(child);
    }
    level = next;
  }
  return texts;
}
