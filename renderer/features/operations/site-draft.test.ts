import { describe, expect, it } from 'vitest';
import { enumValues } from '../../../shared/local-api/enum-catalogue.ts';
import { startableOperation } from '../../../shared/operation.ts';
import { findSiteFault, toSite, toSiteDraft } from './site-draft.ts';

describe('the start page of copies', () => {
  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['shop.example', 'wrong'],
    ['javascript:alert(1)', 'wrong'],
    ['file:///etc/passwd', 'wrong'],
    ['https://', 'wrong'],
    ['https://shop.example/start', null],
    [' http://shop.example ', null],
  ] as const)("of one's own with the address %j is %j", (url, fault) => {
    expect(findSiteFault({ siteId: '21', url })).toBe(fault);
  });

  it("sends an address with a site of one's own only", () => {
    expect(toSite({ siteId: '21', url: ' https://shop.example ' })).toEqual({
      siteId: 21,
      siteUrl: 'https://shop.example',
    });
    expect(toSite({ siteId: '2', url: 'https://shop.example' })).toEqual({ siteId: 2, siteUrl: null });
    expect(toSite({ siteId: null, url: 'https://shop.example' })).toBeNull();
  });

  it('comes back from a job as it was', () => {
    const site = { siteId: 21, siteUrl: 'https://shop.example' } as const;
    expect(toSite(toSiteDraft(site))).toEqual(site);
    expect(toSite(toSiteDraft(null))).toBeNull();
  });

  it('is taken by the contract for every site that the API lists', () => {
    const copy = { kind: 'copy', copies: 1, namePattern: '{name}', groupId: 1, groupName: 'Default' };
    for (const { value } of enumValues('site_id')) {
      const site = toSite({ siteId: String(value), url: 'https://shop.example' });
      expect(startableOperation.safeParse({ ...copy, site }).success).toBe(true);
    }
    for (const site of [
      { siteId: 21, siteUrl: null },
      { siteId: 2, siteUrl: 'https://shop.example' },
    ])
      expect(startableOperation.safeParse({ ...copy, site }).success).toBe(false);
  });
});
