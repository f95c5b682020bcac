import { expect, test } from 'vitest';
import { actions } from '../local-api/catalogue.ts';
import { isDestructiveAction, isReadAction, textToType } from './call-rules.ts';
import { findPlaceholder, hideReplySecrets, hideSecrets } from './secret-fields.ts';

test('the actions that change nothing', () => {
  expect(actions.map(({ id }) => id).filter(isReadAction)).toEqual([
    'profile-list',
    'profile-opened-list',
    'native-client-profile-opened-list',
    'profile-get-cookies',
    'profile-transfer-record-list',
    'group-list',
    'tag-list',
    'traffic-package-list',
    'proxy-list',
    'proxy-tag-list',
    'gateway-list',
  ]);
});

test('nothing that destroys counts as a read', () => {
  expect(actions.filter(({ id }) => isDestructiveAction(id) && isReadAction(id))).toEqual([]);
  expect(actions.filter(({ id }) => isDestructiveAction(id)).length).toBeGreaterThan(10);
});

test('deletions want their number typed, many profiles their count, the rest a plain yes', () => {
  expect(textToType('profile-delete', { profile_id: 12 })).toBe('12');
  expect(textToType('group-delete', { id: 3 })).toBe('3');
  expect(textToType('empty-recycle-bin', {})).toBe('empty-recycle-bin');
  const ids = Array.from({ length: 20 }, (_, index) => index + 1);
  expect(textToType('profile-clear-cache', { profile_id: ids })).toBe('20');
  expect(textToType('profile-clear-cache', { profile_id: ids.slice(1) })).toBeNull();
  expect(textToType('profile-update', { profile_id: 1 })).toBeNull();
});

test('secrets of bodies and replies become placeholders, the rest stays', () => {
  const reply = {
    error: { code: 0 },
    data: [
      { profile_id: 1, username: 'anna', password: 'geheim', tfa_secret: 'x', proxy_url: 'https://s/?key=1' },
      { profile_id: 2, proxy_user: '', proxy_password: 'p', access_token: 't' },
    ],
  };
  expect(hideSecrets(reply)).toEqual({
    error: { code: 0 },
    data: [
      {
        profile_id: 1,
        username: '<ACCOUNT_NAME>',
        password: '<ACCOUNT_PASSWORD>',
        tfa_secret: '<TFA_SECRET>',
        proxy_url: '<PROXY_LINK>',
      },
      { profile_id: 2, proxy_user: '', proxy_password: '<PROXY_PASSWORD>', access_token: '<SECRET>' },
    ],
  });
  const format = { proxy_data_json_format: { username: 'user', password: 'pass' }, show_password: '1' };
  expect(hideSecrets(format)).toEqual(format);
});

test('cookies and transfer codes do not leave the main process in a reply', () => {
  expect(hideReplySecrets('profile-get-cookies', { error: { code: 0 }, data: '[{"name":"sid"}]' })).toEqual({
    error: { code: 0 },
    data: '<COOKIES>',
  });
  expect(hideReplySecrets('profile-get-cookies', { error: { code: 2007 }, data: [] })).toEqual({
    error: { code: 2007 },
    data: [],
  });
  expect(hideReplySecrets('profile-transfer-code-create', { data: { transfer_code: '1-2' } })).toEqual({
    data: { transfer_code: '<TRANSFER_CODE>' },
  });
});

test('finds the placeholder that was left in', () => {
  expect(findPlaceholder({ a: [1, { cookie: '<COOKIES>' }] })).toEqual({
    path: ['a', 1, 'cookie'],
    text: '<COOKIES>',
  });
  expect(findPlaceholder({ a: '<b>' })).toBeNull();
});
