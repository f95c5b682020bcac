import { parseLink } from './parse-link.ts';

/** What the query of a link says about the reply. Null where it says nothing. */
export interface LinkHints {
  /** Addresses a request, and the parameter that says so. */
  readonly perRequest: { readonly parameter: string; readonly count: number } | null;
  readonly format: 'txt' | 'json' | null;
  readonly protocol: 'http' | 'https' | 'socks5' | null;
}

/** Parameters that suppliers use for the number of addresses, the surest first. */
const countNames: readonly string[] = [
  'num',
  'count',
  'qty',
  'quantity',
  'number',
  'amount',
  'limit',
  'cnt',
  'nums',
  'size',
  'n',
];
const formatNames: readonly string[] = [
  'format',
  'type',
  'result_type',
  'return_type',
  'data_type',
  'dataformat',
  'wt',
  'ft',
];
const protocolNames: readonly string[] = [
  'protocol',
  'proto',
  'proxy_type',
  'scheme',
  'method',
  'type',
  'pt',
];

/** Reads the hints in a link's query; the values of suppliers' own codes (`type=2`) are not guessed. */
export function readLinkHints(link: string): LinkHints {
  const parsed = parseLink(link);
  const parameters = parsed.ok ? readParameters(parsed.link.query) : new Map<string, string>();
  return {
    perRequest: readCount(parameters),
    format: readFirst(parameters, formatNames, toFormat),
    protocol: readFirst(parameters, protocolNames, toProtocol),
  };
}

/** Addresses that one round over so many profiles uses: one when the link names no number. */
export function estimateIps(link: string, profileCount: number): number {
  return (readLinkHints(link).perRequest?.count ?? 1) * profileCount;
}

function readParameters(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const part of query.split('&')) {
    const [name = '', value = ''] = part.split('=', 2);
    const key = name.toLowerCase();
    if (key !== '' && !parameters.has(key)) parameters.set(key, value.toLowerCase());
  }
  return parameters;
}

function readCount(parameters: ReadonlyMap<string, string>): LinkHints['perRequest'] {
  for (const parameter of countNames) {
    const value = parameters.get(parameter) ?? '';
    if (/^[1-9]\d{0,5}$/.test(value)) return { parameter, count: Number(value) };
  }
  return null;
}

function readFirst<T>(
  parameters: ReadonlyMap<string, string>,
  names: readonly string[],
  read: (value: string) => T | null,
): T | null {
  for (const name of names) {
    const value = read(parameters.get(name) ?? '');
    if (value !== null) return value;
  }
  return null;
}

function toFormat(value: string): LinkHints['format'] {
  if (value === 'json') return 'json';
  return value === 'txt' || value === 'text' || value === 'plain' ? 'txt' : null;
}

function toProtocol(value: string): LinkHints['protocol'] {
  if (value === 'http' || value === 'https') return value;
  return /^(?:socks5?h?|s5|socket5?)$/.test(value) ? 'socks5' : null;
}
