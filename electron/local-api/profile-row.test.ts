import { describe, expect, it } from 'vitest';
import { parseProfileRow, splitTags } from './profile-row.ts';

const documented = {
  profile_id: 501,
  site_url: 'chrome://newtab',
  name: 'Shop A',
  note: 'n',
  color: '#CC9966',
  username: 'alice',
  password: 'hunter2',
  last_open_time: 1_733_361_600,
  group_id: 1,
  group_name: 'Default',
  tag_id: '4',
  tag_name: 'big shop',
  proxy_mode: 2,
  proxy_id: 7001,
  proxy_type: 'socks5',
  proxy_ip: '192.0.2.10',
  proxy_port: '1080',
  real_ip: '198.51.100.7',
  cache_path: '0123456789abcdef0123456789abcdef',
};

function proxyOf(fields: object) {
  const parsed = parseProfileRow({ ...documented, ...fields });
  return parsed.ok ? parsed.profile.row.proxy : null;
}

describe('a row of the profile list', () => {
  it('keeps what the grid shows and drops the login', () => {
    expect(parseProfileRow(documented)).toEqual({
      ok: true,
      profile: {
        row: {
          id: 501,
          name: 'Shop A',
          note: 'n',
          color: '#CC9966',
          groupId: 1,
          groupName: 'Default',
          tags: ['big shop'],
          proxy: { mode: 2, type: 'socks5', host: '192.0.2.10', port: '1080' },
          realIp: '198.51.100.7',
          lastOpenedAt: 1_733_361_600_000,
        },
        cachePath: '0123456789abcdef0123456789abcdef',
        lastOpenSeconds: 1_733_361_600,
        proxyId: 7001,
      },
    });
  });

  it('needs only number and name', () => {
    expect(parseProfileRow({ profile_id: '7', name: '' })).toMatchObject({
      ok: true,
      profile: { row: { id: 7, name: '', tags: [], lastOpenedAt: null, color: null }, cachePath: null },
    });
  });

  it.each([
    ['name', { name: null }],
    ['name', { name: { unexpected: true } }],
    ['profile_id', { profile_id: 'abc' }],
    ['profile_id', { profile_id: 0 }],
    ['profile_id', { profile_id: -5 }],
    ['profile_id', { profile_id: 1.5 }],
    ['profile_id', { profile_id: 2 ** 53 }],
    ['profile_id', { profile_id: '9007199254740993' }],
    ['note', { note: [] }],
    ['group_id', { group_id: 'x' }],
    ['last_open_time', { last_open_time: true }],
    ['proxy_port', { proxy_port: {} }],
    ['cache_path', { cache_path: false }],
  ])('names %s as the field that does not fit in %j', (field, change) => {
    const parsed = parseProfileRow({ ...documented, ...change });
    expect(parsed).toMatchObject({ ok: false, field, profileId: field === 'profile_id' ? null : 501 });
  });

  it.each([null, 'x', 5, [], undefined])('takes %j for no row at all', (row) => {
    expect(parseProfileRow(row)).toEqual({ ok: false, profileId: null, field: 'row' });
  });
});

describe('the proxy of a row', () => {
  it('shows only the host of a supplier link', () => {
    const url = 'https://user:secret@supplier.example:8443/get?key=secret';
    expect(
      proxyOf({ proxy_mode: 4, proxy_type: 'http', proxy_ip: '', proxy_port: '', proxy_url: url }),
    ).toEqual({
      mode: 4,
      type: 'http',
      host: 'supplier.example',
      port: null,
    });
  });

  it.each(['192.0.2.1:8080:user:secret', 'user:secret@192.0.2.1', 'a b', '-x', 'http://x/'])(
    'shows no host when the address field holds %s',
    (ip) => {
      expect(proxyOf({ proxy_ip: ip })?.host).toBeNull();
    },
  );

  it('leaves an unknown mode open and keeps IPv6 addresses', () => {
    expect(proxyOf({ proxy_mode: 9, proxy_ip: '2001:db8::1' })).toMatchObject({
      mode: null,
      host: '2001:db8::1',
    });
  });
});

describe('tags', () => {
  it.each([
    ['', '', []],
    ['4', 'big shop', ['big shop']],
    ['4 5', 'vip new', ['vip', 'new']],
    ['4,5', 'vip,new', ['vip', 'new']],
    ['4,5', 'vip, big shop', ['vip', 'big shop']],
    ['4 5', 'vip big shop', ['vip big shop']],
    ['', 'vip', ['vip']],
  ])('of ids "%s" and names "%s" are %j', (tagIds, names, tags) => {
    expect(splitTags(tagIds, names)).toEqual(tags);
  });
});
