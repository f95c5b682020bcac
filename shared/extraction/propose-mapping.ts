import type { JsonField } from './json-fields.ts';
import type { JsonMapping } from './json-mapping.ts';

/** Keys that may hold one part. Unless it is sure, only a person can tell which of them does. */
interface KeyChoice {
  readonly options: readonly string[];
  readonly isSure: boolean;
}

/** The keys that probably hold the four parts; null for a login that was not found. */
export interface MappingProposal {
  readonly ip: KeyChoice;
  readonly port: KeyChoice;
  readonly username: string | null;
  readonly password: string | null;
}

const ipNames: readonly string[] = [
  'ip',
  'host',
  'proxyip',
  'proxyhost',
  'server',
  'proxyserver',
  'address',
  'addr',
  'ipaddress',
  'ipaddr',
  'hostname',
  'proxyaddress',
  'serverip',
  'gateway',
  'domain',
  'proxy',
];
const userNames: readonly string[] = [
  'username',
  'user',
  'account',
  'proxyuser',
  'proxyusername',
  'authuser',
  'login',
  'uname',
  'httpuser',
];
const passwordNames: readonly string[] = [
  'password',
  'pass',
  'passwd',
  'pwd',
  'proxypass',
  'proxypassword',
  'authpass',
  'authpassword',
  'httppass',
];
/** Addresses that suppliers send along and that no one connects to: the exit, or the caller's own. */
const foreignAddress = /real|out|exit|egress|export|client|local|white|your|source|remote|public|dns/;
/** Words that end in "port" and are none. */
const notPort = /(?:ex|im|re|sup|trans|pass)port$/;

/**
 * Proposes keys for a list; null when it holds no address or nothing that could be a port. What holds valid values
 * counts first, the names of keys decide between equals, and equally good ones are all returned.
 */
export function proposeMapping(fields: readonly JsonField[]): MappingProposal | null {
  const ip = pickBest(fields, rankIp);
  const port = pickBest(fields, rankPort);
  if (ip.options.length === 0 || port.options.length === 0) return null;
  return { ip, port, username: pickNamed(fields, userNames), password: pickNamed(fields, passwordNames) };
}

/** The proposal as a mapping as far as it leaves no choice. */
export function toMapping(proposal: MappingProposal): Partial<JsonMapping> {
  const [ip] = proposal.ip.isSure ? proposal.ip.options : [];
  const [port] = proposal.port.isSure ? proposal.port.options : [];
  return {
    ...(ip === undefined ? {} : { ip }),
    ...(port === undefined ? {} : { port }),
    username: proposal.username ?? '',
    password: proposal.password ?? '',
  };
}

function rankIp(field: JsonField): number {
  // `ip` beside `host` is no better: one may be the exit and the other what is connected to.
  if (ipNames.includes(field.name) && field.ips + field.names > 0) return 4;
  if (field.ips === 0) return 0;
  if (foreignAddress.test(field.name)) return 1;
  return field.name.includes('ip') || field.name.includes('host') ? 3 : 2;
}

function rankPort(field: JsonField): number {
  if (field.ports === 0) return 0;
  if (field.name === 'port') return 5;
  if (field.name === 'proxyport' || field.name === 'serverport') return 4;
  if (field.name.includes('port') && !notPort.test(field.name)) return 3;
  return 1;
}

/**
 * The keys of the highest rank, those that hold the same value counted once. A single key of rank 1 is a mere number
 * or somebody else's address: it is offered, never taken for sure.
 */
function pickBest(fields: readonly JsonField[], rank: (field: JsonField) => number): KeyChoice {
  const leaders = new Map<string, string>();
  let best = 1;
  for (const field of fields) {
    const own = rank(field);
    if (own > best) leaders.clear();
    if (own < best || own === 0) continue;
    best = own;
    const value = String(field.first);
    if (!leaders.has(value)) leaders.set(value, field.key);
  }
  return { options: [...leaders.values()], isSure: leaders.size === 1 && best > 1 };
}

function pickNamed(fields: readonly JsonField[], names: readonly string[]): string | null {
  for (const name of names) {
    const field = fields.find((candidate) => candidate.name === name && candidate.texts > 0);
    if (field !== undefined) return field.key;
  }
  return null;
}
