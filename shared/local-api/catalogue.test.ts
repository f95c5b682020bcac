import { expect, test } from 'vitest';
import { actionById, actions, isActionId } from './catalogue.ts';
import { enumValues } from './enum-catalogue.ts';
import { errorCatalogue, errorEntry, isApiErrorCode } from './error-catalogue.ts';
import type { FieldSpec } from './field-spec.ts';

test('has the 47 documented actions, the three later ones and the service cache', () => {
  const later = actions.filter((action) => action.sources !== undefined).map((action) => action.id);
  expect(later).toEqual([
    'profile-clear-cache-keep-extensions',
    'profile-clear-cloud-data',
    'profile-clear-saved-user-password',
  ]);
  expect(actions.filter((action) => action.envelope === 'none').map((action) => action.id)).toEqual([
    'system-cache-clear',
  ]);
  expect(actions).toHaveLength(51);
  expect(new Set(actions.map((action) => action.path)).size).toBe(51);
});

test('merges later fields where they belong and marks them', () => {
  const { proxy_config: proxy, preference_config: preference } = actionById('profile-create').request;
  expect(proxy?.fields?.country).toMatchObject({
    type: 'string',
    enum: 'country',
    sources: ['sdk-snapshot', 'docs-later'],
  });
  expect(preference?.fields?.passkey_manager).toMatchObject({ type: 'integer', default: 0 });
  const random = actionById('profile-open-with-random-fingerprint').request;
  expect(random.preference_config?.fields?.block_image).toMatchObject({ enum: 'off_on' });
  // Documented already, so that the later note must not replace it.
  expect(random.proxy_config?.fields?.country?.sources).toBeUndefined();
});

test('treats requirements that the samples contradict as optional', () => {
  expect(actionById('empty-recycle-bin').request.tag_id?.required).toBe(false);
  expect(actionById('proxy-create').request.proxy_user?.required).toBe(false);
});

test('every list that a field names exists', () => {
  const visit = (spec: FieldSpec): void => {
    if (spec.enum !== undefined) expect(enumValues(spec.enum).length).toBeGreaterThan(0);
    for (const field of Object.values(spec.fields ?? {})) visit(field);
    if (spec.items !== undefined) visit(spec.items);
  };
  for (const action of actions) {
    visit(action.response);
    for (const field of Object.values(action.request)) visit(field);
  }
});

test('lists have the later values, the union of the suppliers and no repeats', () => {
  expect(enumValues('webrtc').map((entry) => entry.value)).toEqual(['1', '2', '3', '4', '5']);
  const gateways = enumValues('gateway').map((entry) => entry.value);
  expect(gateways).toEqual(expect.arrayContaining(['Default', 'GEO', 'CN-HK2', 'CN-Mobile2']));
  expect(new Set(gateways).size).toBe(gateways.length);
  expect(enumValues('timezone').length).toBeGreaterThan(400);
  expect(enumValues('timezone')[0]).toHaveProperty('offset');
  expect(() => enumValues('no such list')).toThrow('no such list');
});

test('knows all 163 error codes and no others', () => {
  expect(Object.keys(errorCatalogue)).toHaveLength(163);
  expect(errorEntry(1010)).toMatchObject({ retryable: true, family: '1xxx' });
  for (const entry of Object.values(errorCatalogue)) expect(entry.hint).not.toBe('');
  expect([errorEntry(0), errorEntry(999_999), isApiErrorCode(2007)]).toEqual([undefined, undefined, true]);
});

test('tells ids of actions from other text', () => {
  expect([isActionId('profile-list'), isActionId('profile-lists')]).toEqual([true, false]);
});
