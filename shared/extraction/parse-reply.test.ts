import { describe, expect, it } from 'vitest';
import { parseReply, type ReplyChoices } from './parse-reply.ts';
import type { ProxyEntry } from './proxy-entry.ts';
import type { RefusalReason, ReplyProblem, ReplyWarning, Separator } from './reply-reading.ts';
import type { TextFormat } from './text-format.ts';

function show({ host, port, user, password }: ProxyEntry): string {
  const address = `${host} ${port}`;
  return user === null && password === null ? address : `${address} ${user} ${password}`;
}

function readProxies(reply: string, choices?: Partial<ReplyChoices>): string[] {
  const all: ReplyChoices = { textFormat: null, mapping: null, list: null, ...choices };
  return parseReply(reply, all).proxies.map(show);
}

describe('each of the five text formats is recognised by itself', () => {
  it.each<[TextFormat, string, string]>([
    ['ip:port', '192.0.2.1:8080', '192.0.2.1 8080'],
    ['ip:port:username:password', '192.0.2.1:8080:anna:pw1', '192.0.2.1 8080 anna pw1'],
    ['username:password@ip:port', 'anna:pw1@192.0.2.1:8080', '192.0.2.1 8080 anna pw1'],
    ['ip:port@username:password', '192.0.2.1:8080@anna:pw1', '192.0.2.1 8080 anna pw1'],
    ['username:password:ip:port', 'anna:pw1:192.0.2.1:8080', '192.0.2.1 8080 anna pw1'],
  ])('%s', (format, line, proxy) => {
    const reading = parseReply(`${line}\n${line.replace('192.0.2.1', 'gw.supplier.example')}`);
    expect(reading).toMatchObject({
      kind: 'text',
      verdict: 'ready',
      problem: null,
      question: null,
      refused: [],
    });
    expect(reading.text?.format).toBe(format);
    expect(reading.text?.scores[format]).toBe(2);
    expect(reading.proxies.map(show)).toEqual([proxy, proxy.replace('192.0.2.1', 'gw.supplier.example')]);
  });
});

describe('a single line that is a proxy', () => {
  it.each([
    ['the smallest port', '192.0.2.1:1', '192.0.2.1 1'],
    ['the largest port', '192.0.2.1:65535', '192.0.2.1 65535'],
    ['a host name', 'proxy.supplier.example:3128', 'proxy.supplier.example 3128'],
    ['a host name in capitals', 'GW.Supplier.Example:3128', 'gw.supplier.example 3128'],
    ['a host name with hyphens and digits', 'us-1.pool-2.example:80', 'us-1.pool-2.example 80'],
    ['a host name that ends with a dot', 'gw.example.:80', 'gw.example. 80'],
    ['bracketed IPv6', '[2001:db8::1]:8080', '2001:db8::1 8080'],
    ['bracketed IPv6 in capitals', '[2001:DB8::A]:8080', '2001:db8::a 8080'],
    ['bracketed IPv6 that holds IPv4', '[::ffff:192.0.2.1]:80', '::ffff:192.0.2.1 80'],
    ['bracketed IPv6 with a login behind', '[2001:db8::1]:80:anna:pw', '2001:db8::1 80 anna pw'],
    ['bracketed IPv6 with a login before', 'anna:pw@[2001:db8::1]:80', '2001:db8::1 80 anna pw'],
    ['bracketed IPv6 with a login behind @', '[2001:db8::1]:80@anna:pw', '2001:db8::1 80 anna pw'],
    ['bracketed IPv6 with a login and colons', 'anna:pw:[2001:db8::1]:80', '2001:db8::1 80 anna pw'],
    [
      'a user name with settings',
      'u-zone-us__cr.us;ttl.30:pw@192.0.2.1:80',
      '192.0.2.1 80 u-zone-us__cr.us;ttl.30 pw',
    ],
    ['a password with signs', 'anna:p%w!$&=+~^*?@192.0.2.1:80', '192.0.2.1 80 anna p%w!$&=+~^*?'],
    ['a password in Chinese', '192.0.2.1:80:anna:密码', '192.0.2.1 80 anna 密码'],
    ['a numeric login', '192.0.2.1:80:1001:2002', '192.0.2.1 80 1001 2002'],
    ['a user name that looks like a host', 'anna.example:pw@192.0.2.1:80', '192.0.2.1 80 anna.example pw'],
    ['blanks around it', '  \t192.0.2.1:80 \r\n', '192.0.2.1 80'],
    ['a byte order mark before it', '\ufeff192.0.2.1:80', '192.0.2.1 80'],
    ['two byte order marks before it', '\ufeff\ufeff192.0.2.1:80', '192.0.2.1 80'],
    ['a comma and a place behind it', '192.0.2.1:80,江苏徐州', '192.0.2.1 80'],
    ['a comma and the seconds left behind it', '192.0.2.1:80,281', '192.0.2.1 80'],
    ['a semicolon and a time behind it', '192.0.2.1:80;2026-01-02 10:00:00', '192.0.2.1 80'],
    ['a remark behind it', '192.0.2.1:80#new', '192.0.2.1 80'],
    ['a slash behind it', '192.0.2.1:80/', '192.0.2.1 80'],
    ['a place in brackets behind it', '192.0.2.1:80(US)', '192.0.2.1 80'],
    ['a country behind a blank', '192.0.2.1:80 United States', '192.0.2.1 80'],
    ['a country behind a tab', '192.0.2.1:80\tUS\telite', '192.0.2.1 80'],
    ['text behind a login that stands first', 'anna:pw@192.0.2.1:80 US', '192.0.2.1 80 anna pw'],
  ])('%s', (_what, reply, proxy) => {
    expect(readProxies(reply)).toEqual([proxy]);
  });
});

describe('a line that is refused says why', () => {
  it.each<[string, string, RefusalReason]>([
    ['port 0', '192.0.2.1:0', 'port'],
    ['port 65536', '192.0.2.1:65536', 'port'],
    ['a port of seven digits', '192.0.2.1:8080808', 'port'],
    ['a port with a leading zero', '192.0.2.1:080', 'port'],
    ['a port with letters', '192.0.2.1:80a', 'port'],
    ['a negative port', '192.0.2.1:-80', 'missing_port'],
    ['a fraction as port', '192.0.2.1:80.5', 'port'],
    ['port 65536 behind a login', 'anna:pw@192.0.2.1:65536', 'port'],
    ['port 65536 behind a login that looks like a host', 'anna.example:pw@192.0.2.1:65536', 'port'],
    ['port 65536 before a login', '192.0.2.1:65536:anna:pw', 'port'],
    ['no port', '192.0.2.1', 'missing_port'],
    ['an empty port', '192.0.2.1:', 'missing_port'],
    ['no host', ':8080', 'missing_host'],
    ['an IPv4 address with a part above 255', '192.0.2.256:80', 'unusual_ip'],
    ['an IPv4 address of three parts', '192.0.2:80', 'unusual_ip'],
    ['an IPv4 address of five parts', '192.0.2.1.1:80', 'unusual_ip'],
    ['an IPv4 address with leading zeros', '192.000.002.001:80', 'unusual_ip'],
    ['an IPv4 address in hexadecimal', '0xC0000201:80', 'unusual_ip'],
    ['an IPv4 address in decimal', '3221225985:80', 'unusual_ip'],
    ['an IPv4 address that ends with a dot', '192.0.2.1.:80', 'unusual_ip'],
    ['a word instead of a host', 'proxy:8080', 'host'],
    ['localhost', 'localhost:8080', 'host'],
    ['a host name with an underscore', 'my_proxy.example:80', 'host'],
    ['a host name with an empty label', 'gw..example:80', 'host'],
    ['a host name with a label of 64 characters', `${'a'.repeat(64)}.example:80`, 'host'],
    ['a host name of more than 253 characters', `${'a.'.repeat(130)}example:80`, 'host'],
    ['a star as host', '*.example:80', 'host'],
    ['IPv6 without brackets', '2001:db8::1:8080', 'ipv6_without_brackets'],
    ['the whole of IPv6 without brackets', '2001:db8:0:0:0:0:0:1', 'ipv6_without_brackets'],
    ['IPv6 without brackets behind a login', 'anna:pw@2001:db8::1:8080', 'ipv6_without_brackets'],
    ['brackets around IPv4', '[192.0.2.1]:80', 'host'],
    ['a bracket that is not closed', '[2001:db8::1:80', 'host'],
    ['IPv6 with a zone', '[fe80::1%eth0]:80', 'host'],
    ['a scheme', 'http://192.0.2.1:80', 'scheme'],
    ['a scheme with a login', 'socks5://anna:pw@192.0.2.1:80', 'scheme'],
    ['a password with a colon, address last', 'anna:p:w@192.0.2.1:80', 'separator_in_login'],
    ['a password with a colon, address first', '192.0.2.1:80:anna:p:w', 'separator_in_login'],
    ['a password with an at sign, address last', 'anna:p@w@192.0.2.1:80', 'separator_in_login'],
    ['a password with an at sign, address first', '192.0.2.1:80:anna:p@w', 'separator_in_login'],
    ['a password with an at sign behind an at sign', '192.0.2.1:80@anna:p@w', 'separator_in_login'],
    ['a password of which the beginning may be a port', '192.0.2.7:80/:@192.0.2.1:80', 'separator_in_login'],
    ['a password with a colon between colons', 'anna:p:w:192.0.2.1:80', 'separator_in_login'],
    ['a user name alone, address first', '192.0.2.1:80:anna', 'missing_login'],
    ['a user name alone, address last', 'anna@192.0.2.1:80', 'missing_login'],
    ['an empty password', '192.0.2.1:80:anna:', 'missing_login'],
    ['an empty login', '192.0.2.1:80::', 'missing_login'],
    ['an empty user name', ':pw@192.0.2.1:80', 'missing_login'],
    ['text behind a password', '192.0.2.1:80:anna:pw US', 'text_after_password'],
    ['text behind a password behind an at sign', '192.0.2.1:80@anna:pw US', 'text_after_password'],
    ['a number before the address', '1. 192.0.2.1:80', 'text_before_address'],
    ['a password with a blank', 'anna my:pw@192.0.2.1:80', 'text_before_address'],
    ['a sentence that holds an address', 'Visit help.example:443 for support', 'text_before_address'],
    ['a sentence about an address', '192.0.2.1:5555 is not in your whitelist', 'failure_text'],
    ['a word', 'hello', 'no_address'],
    ['a sentence', 'nothing to see here', 'no_address'],
    ['a line of 3,000 characters', 'a:'.repeat(1500), 'no_address'],
  ])('%s', (_what, line, reason) => {
    const reading = parseReply(`198.51.100.1:81\n${line}\n198.51.100.2:82`);
    expect(reading.proxies.map(show)).toEqual(['198.51.100.1 81', '198.51.100.2 82']);
    expect(reading.refused.map((record) => [record.line, record.reason])).toEqual([[2, reason]]);
    expect(reading.verdict).toBe('ready_with_warnings');
    expect(reading.warnings).toContain('refused');
    expect(readProxies(line)).toEqual([]);
  });
});

describe('records may be separated in many ways', () => {
  const two = ['192.0.2.1 80', '192.0.2.2 81'];
  it.each<[string, string, Separator[]]>([
    ['CRLF', '192.0.2.1:80\r\n192.0.2.2:81\r\n', ['crlf']],
    ['LF', '192.0.2.1:80\n192.0.2.2:81', ['lf']],
    ['CR', '192.0.2.1:80\r192.0.2.2:81', ['cr']],
    ['tab', '192.0.2.1:80\t192.0.2.2:81', ['tab']],
    ['pipe', '192.0.2.1:80|192.0.2.2:81|', ['pipe']],
    ['pipe with blanks', '192.0.2.1:80 | 192.0.2.2:81', ['pipe', 'space']],
    ['blank', '192.0.2.1:80 192.0.2.2:81', ['space']],
    ['a blank without break', '192.0.2.1:80\u00a0192.0.2.2:81', ['space']],
    ['comma', '192.0.2.1:80,192.0.2.2:81', ['comma']],
    ['comma and blank', '192.0.2.1:80, 192.0.2.2:81', ['space']],
    ['semicolon', '192.0.2.1:80;192.0.2.2:81;', ['semicolon']],
    ['an HTML line break', '192.0.2.1:80<br>192.0.2.2:81<br />', ['html_break']],
    ['a mixture', '192.0.2.1:80\r\n\n192.0.2.2:81\r', ['crlf', 'lf', 'cr']],
  ])('%s', (_what, reply, separators) => {
    const reading = parseReply(reply);
    expect(reading.proxies.map(show)).toEqual(two);
    expect(reading.text?.separators).toEqual(separators);
    const isUnusual = separators.some((one) => ['comma', 'semicolon', 'html_break'].includes(one));
    expect(reading.warnings).toEqual(isUnusual ? ['unusual_separator'] : []);
  });

  it('keeps the line as an editor counts it, and the place within the line', () => {
    const reading = parseReply('# list\r\n\r\n192.0.2.1:80|192.0.2.1:0|192.0.2.2:81\r\n192.0.2.3:99999');
    expect(reading.refused.map(({ line, part }) => [line, part])).toEqual([
      [3, 2],
      [4, 1],
    ]);
    expect(reading.text).toMatchObject({ records: 4, skipped: 2 });
  });

  it('skips blank lines and lines that begin with a hash', () => {
    expect(readProxies('# 192.0.2.9:80\n\n   \n  # more\n192.0.2.1:80\n')).toEqual(['192.0.2.1 80']);
  });

  it('a word between many proxies is refused alone, before a single one with it', () => {
    expect(readProxies('none|192.0.2.1:80|192.0.2.2:81')).toEqual(two);
    expect(readProxies('192.0.2.1:80|none|192.0.2.2:81')).toEqual(two);
    expect(readProxies('none|192.0.2.1:80')).toEqual([]);
  });

  it('a login behind a word is refused, because the word may be part of the user name', () => {
    expect(readProxies('192.0.2.1:80:a:b my c:d@192.0.2.2:81 192.0.2.3:82:e:f')).toEqual([
      '192.0.2.3 82 e f',
    ]);
  });

  it('a bad record does not hide the good ones beside it, whatever separates them', () => {
    for (const separator of ['\n', '\t', '|', ' ', ' | '])
      expect(
        readProxies(['192.0.2.1:0', '192.0.2.1:80', '192.0.2.2:99999', '192.0.2.2:81'].join(separator)),
      ).toEqual(two);
  });
});

describe('formats are scored over all lines', () => {
  it('one line that fits two formats is decided by the others', () => {
    const reading = parseReply('192.0.2.1:80:user.name:1234\n192.0.2.2:81:user.name:secret');
    expect(reading.text?.scores).toMatchObject({
      'ip:port:username:password': 2,
      'username:password:ip:port': 1,
    });
    expect(reading.proxies.map(show)).toEqual([
      '192.0.2.1 80 user.name 1234',
      '192.0.2.2 81 user.name secret',
    ]);
    expect(reading.verdict).toBe('ready');
  });

  it.each([
    [
      'colons only',
      '192.0.2.1:80:gw.example:1234',
      ['ip:port:username:password', 'username:password:ip:port'],
    ],
    [
      'an at sign',
      '192.0.2.1:80@gw.example:1234',
      ['username:password@ip:port', 'ip:port@username:password'],
    ],
  ] as const)('two formats that fit equally well are a question: %s', (_what, line, options) => {
    const reading = parseReply(line);
    expect(reading).toMatchObject({ verdict: 'ready_with_warnings', warnings: ['ambiguous'], proxies: [] });
    expect(reading.text?.format).toBeNull();
    expect(reading.question?.options.map(({ value, count }) => [value, count])).toEqual(
      options.map((one) => [one, 1]),
    );
    for (const textFormat of options) {
      const answered = parseReply(line, { textFormat, mapping: null, list: null });
      expect(answered).toMatchObject({ verdict: 'ready', question: null });
      expect(answered.proxies).toEqual([
        reading.question?.options.find(({ value }) => value === textFormat)?.sample,
      ]);
    }
  });

  it('equally many lines of two formats are a question, not a guess', () => {
    const reading = parseReply('192.0.2.1:80\n192.0.2.2:81:anna:pw');
    expect(reading.question?.options.map(({ value }) => value)).toEqual([
      'ip:port',
      'ip:port:username:password',
    ]);
    expect(reading.refused).toEqual([]);
  });

  it('lines of another format are refused, because ixBrowser is told one', () => {
    const reading = parseReply('192.0.2.1:80\n192.0.2.2:81\n192.0.2.3:82:anna:pw');
    expect(reading.proxies).toHaveLength(2);
    expect(reading.refused.map(({ line, reason }) => [line, reason])).toEqual([[3, 'other_format']]);
    expect(reading.warnings).toEqual(['refused', 'mixed_formats']);
  });

  it('a chosen format is used even where another fits more lines', () => {
    const reply = '192.0.2.1:80\n192.0.2.2:81\n192.0.2.3:82:anna:pw';
    expect(readProxies(reply, { textFormat: 'ip:port:username:password' })).toEqual(['192.0.2.3 82 anna pw']);
  });

  it('a chosen format that fits no line says so', () => {
    const reading = parseReply('192.0.2.1:80', {
      textFormat: 'username:password@ip:port',
      mapping: null,
      list: null,
    });
    expect(reading).toMatchObject({ verdict: 'unusable', problem: 'choice_finds_nothing', proxies: [] });
  });
});

describe('warnings of a text list', () => {
  it.each<[string, string, ReplyWarning[]]>([
    ['IPv6', '[2001:db8::1]:80', ['ipv6']],
    ['text behind the port', '192.0.2.1:80,上海', ['text_after_port']],
    ['a comma in a password', '192.0.2.1:80:anna:pw,US', ['password_may_hold_text']],
    ['the same proxy twice', '192.0.2.1:80\n192.0.2.1:80', ['repeated']],
    ['the same address for two users is not the same proxy', '192.0.2.1:80:anna:a\n192.0.2.1:80:bert:b', []],
  ])('%s', (_what, reply, warnings) => {
    const reading = parseReply(reply);
    expect(reading.warnings).toEqual(warnings);
    expect(reading.verdict).toBe(warnings.length === 0 ? 'ready' : 'ready_with_warnings');
  });

  it('10,000 lines are read to the last', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `10.${index >> 8}.${index & 255}.7:${index + 1}`,
    );
    const reading = parseReply(lines.join('\n'));
    expect([reading.proxies.length, reading.verdict]).toEqual([10_000, 'ready']);
  });
});

describe('what is no list is named for what it is', () => {
  it.each<[string, string, string, ReplyProblem]>([
    ['nothing', '', 'empty', 'empty'],
    ['blanks', ' \r\n\t ', 'empty', 'empty'],
    ['a byte order mark alone', '\ufeff', 'empty', 'empty'],
    ['a page', '<!DOCTYPE html><html><body>Hi</body></html>', 'html', 'html_page'],
    ['a page after blank lines', '\r\n\r\n<html><head></head></html>', 'html', 'html_page'],
    ['a page that begins with a comment', '<!-- x --><html></html>', 'html', 'html_page'],
    ['a page that redirects by script', '<script>location="/login"</script>', 'html', 'html_page'],
    ['a page that holds addresses', '<html><body>192.0.2.1:80</body></html>', 'html', 'html_page'],
    ['XML', '<?xml version="1.0"?><ip>192.0.2.1</ip>', 'xml', 'xml'],
    ['XML without its head', '<proxies><ip>192.0.2.1</ip></proxies>', 'xml', 'xml'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'binary', 'binary'],
    ['characters that could not be decoded', '\ufffd\ufffd\ufffd1', 'binary', 'binary'],
    ['more than a million characters', '1'.repeat(1_000_001), 'text', 'too_large'],
    ['a sentence', 'Welcome to our service', 'text', 'no_proxies'],
    ['a number', '42', 'text', 'no_proxies'],
    ['true', 'true', 'text', 'no_proxies'],
    ['hashes only', '# 1\n# 2', 'text', 'no_proxies'],
  ])('%s', (_what, reply, kind, problem) => {
    expect(parseReply(reply)).toMatchObject({
      kind,
      verdict: 'unusable',
      problem,
      proxies: [],
      question: null,
    });
  });

  it('a page tells its title and whether it asks for a password', () => {
    expect(parseReply('<html><title> Sign\n in </title><input type="password"></html>').page).toEqual({
      title: 'Sign in',
      isLogin: true,
    });
    expect(parseReply('<html><body></body></html>').page).toEqual({ title: null, isLogin: false });
  });
});
