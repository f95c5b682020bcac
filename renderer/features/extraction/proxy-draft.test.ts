import { describe, expect, it } from 'vitest';
import { secretRef } from '../../../shared/proxy-target.ts';
import {
  findWrongFields,
  type PlainProxyDraft,
  splitHostAndPort,
  toProxyDraft,
  toProxyTarget,
} from './proxy-draft.ts';

const ref = secretRef.parse('0f0e7a52-6d0c-4a57-9d34-5f8f5f1f1f1f');

function makeDraft(more: Partial<PlainProxyDraft> = {}): PlainProxyDraft {
  return { ...toProxyDraft(undefined), kind: 'custom', host: 'proxy.example', port: '8080', ...more };
}

describe('toProxyTarget', () => {
  it('makes a custom proxy without a login', () => {
    expect(toProxyTarget(makeDraft(), ref)).toEqual({
      kind: 'custom',
      type: 'http',
      host: 'proxy.example',
      port: 8080,
      checkLine: 'global_line',
      secret: null,
    });
  });

  it('refers to the login and does not hold it', () => {
    const target = toProxyTarget(makeDraft({ hasLogin: true, user: 'anna', password: 'pa55' }), ref);
    expect(target).toMatchObject({ secret: ref });
    expect(JSON.stringify(target)).not.toContain('pa55');
  });

  it('reads the fields of the chosen kind only', () => {
    const draft = makeDraft({ kind: 'purchased', proxyId: '12', host: '', port: 'x' });
    expect(toProxyTarget(draft, ref)).toEqual({ kind: 'purchased', proxyId: 12 });
  });

  it('leaves country and city out when they are empty', () => {
    const draft = makeDraft({ kind: 'traffic_package', packageId: '3', country: 'US', city: ' ' });
    expect(toProxyTarget(draft, ref)).toEqual({
      kind: 'traffic_package',
      packageId: 3,
      gateway: 'Default',
      country: 'US',
      city: null,
    });
  });
});

describe('findWrongFields', () => {
  it.each([
    [{ host: '' }, 'host'],
    [{ host: 'user:pass@proxy.example' }, 'host'],
    [{ host: 'http://proxy.example' }, 'host'],
    [{ port: '0' }, 'port'],
    [{ port: '70000' }, 'port'],
    [{ port: '80a' }, 'port'],
    [{ hasLogin: true }, 'user'],
    [{ kind: 'purchased', proxyId: '-1' }, 'proxyId'],
    [{ kind: 'traffic_package', packageId: '1.5' }, 'packageId'],
  ] as const)('finds what does not fit in %o', (more, field) => {
    expect([...findWrongFields(makeDraft(more))]).toEqual([field]);
  });

  it('accepts a bracketed IPv6 address', () => {
    expect(findWrongFields(makeDraft({ host: '[2001:db8::1]' })).size).toBe(0);
  });
});

describe('toProxyDraft', () => {
  it('begins with a link', () => {
    expect(toProxyDraft(undefined).kind).toBe('link');
    expect(toProxyDraft({ kind: 'clear_cache' }).kind).toBe('link');
  });

  it('keeps that a login is needed, so that it cannot be forgotten', () => {
    const draft = toProxyDraft({
      kind: 'set_proxy',
      proxy: { kind: 'custom', type: 'socks5', host: 'h', port: 1, checkLine: 'cn_line', secret: ref },
    });
    expect(draft).toMatchObject({ hasLogin: true, user: '', password: '' });
    expect(toProxyTarget({ ...draft, kind: 'custom' }, ref)).toBeNull();
  });
});

describe('splitHostAndPort', () => {
  it('splits what was pasted', () => {
    expect(splitHostAndPort(' 203.0.113.7:8080 ')).toEqual({ host: '203.0.113.7', port: '8080' });
    expect(splitHostAndPort('[::1]:1080')).toEqual({ host: '[::1]', port: '1080' });
  });

  it('refuses to guess', () => {
    expect(splitHostAndPort('user:pass@203.0.113.7:8080')).toBeNull();
    expect(splitHostAndPort('2001:db8::1')).toBeNull();
  });
});
