import { expect, expectTypeOf, test } from 'vitest';
import { actions } from './catalogue.ts';
import { pageSchema, requestSchema, responseSchema, rowSchema } from './schemas.ts';
import type { ActionRequests, ProfileClearCacheResponse } from './wire.generated.ts';

test('the sample reply of every page fits its schema', () => {
  for (const action of actions) {
    const sample = action.response.example;
    if (sample === undefined) continue;
    const result = responseSchema(action.id).safeParse(sample);
    expect(`${action.id} ${result.error?.message ?? ''}`).toBe(`${action.id} `);
  }
});

test('a schema is built once', () => {
  expect(responseSchema('profile-list')).toBe(responseSchema('profile-list'));
  expect(requestSchema('profile-list')).toBe(requestSchema('profile-list'));
  expect(rowSchema('profile-list')).toBe(rowSchema('profile-list'));
});

test('a row may lack everything but its id, may have more, and may mix text and numbers', () => {
  const row = { profile_id: '501', name: null, proxy_port: 1080, more: true };
  expect(rowSchema('profile-list').parse(row)).toEqual({ profile_id: 501, name: null, proxy_port: '1080' });
});

test('a row without a readable id does not fit, nor one whose text is an object', () => {
  for (const row of [
    { name: 'x' },
    { profile_id: 'abc' },
    { profile_id: 1.5 },
    { profile_id: 1, name: {} },
    null,
  ]) {
    expect(rowSchema('profile-list').safeParse(row).success).toBe(false);
  }
});

test('a page without a list counts as empty and keeps unreadable rows apart', () => {
  expect(pageSchema.parse({ total: '3', data: null })).toEqual({ total: 3, data: [] });
  expect(pageSchema.parse({ total: 1, data: ['not a row'] })).toEqual({ total: 1, data: ['not a row'] });
  expect(pageSchema.safeParse({ data: [] }).success).toBe(false);
  expect(responseSchema('profile-list').parse({ total: 0, data: null })).toEqual({ total: 0, data: [] });
});

test('ids come out in the documented type whatever the reply has', () => {
  const cleared = responseSchema('profile-clear-cache').parse([1, '2']);
  expectTypeOf(cleared).toEqualTypeOf<ProfileClearCacheResponse>();
  expect(cleared).toEqual([1, 2]);
  expect(responseSchema('profile-close-in-batches').parse([1, '2'])).toEqual(['1', '2']);
});

test('an action without data gives nothing, whatever is there', () => {
  for (const data of [undefined, null, [], 'success']) {
    expect(responseSchema('profile-close').parse(data)).toBeUndefined();
  }
});

test('a request is checked for unknown fields, types, allowed and fixed values', () => {
  const create = requestSchema('profile-create');
  expect(create.safeParse({ name: 'A', tag: ['x', 'y'], proxy_config: { proxy_mode: 2 } }).success).toBe(
    true,
  );
  for (const body of [
    {},
    { name: 'A', colour: 'red' },
    { name: 1 },
    { name: 'A', proxy_config: { proxy_mode: 7 } },
    { name: 'A', fingerprint_config: { webrtc: 3 } },
  ]) {
    expect(create.safeParse(body).success).toBe(false);
  }
  const update = requestSchema('profile-update-proxy-to-purchased-mode');
  const body: ActionRequests['profile-update-proxy-to-purchased-mode'] = {
    profile_id: 1,
    proxy_info: { proxy_mode: 3, proxy_id: 7 },
  };
  expect(update.parse(body)).toEqual(body);
  expect(update.safeParse({ ...body, proxy_info: { proxy_mode: 2, proxy_id: 7 } }).success).toBe(false);
  expect(requestSchema('system-cache-clear').parse({ serviceName: null })).toEqual({ serviceName: null });
});
