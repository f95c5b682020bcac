import { expect, test } from 'vitest';
import { actions } from '../local-api/catalogue.ts';
import { exampleBody } from './example-body.ts';
import { findProblems, isBlocking } from './find-problems.ts';

test('an example with every field has no problem that stops it', () => {
  for (const { id, request } of actions)
    expect([
      id,
      findProblems(id, exampleBody(request, 'all')).filter((each) => isBlocking(each, false)),
    ]).toEqual([id, []]);
});

test('tells missing, wrong, unlisted, unfixed and unknown apart, with their place', () => {
  expect(findProblems('profile-copy', {})).toEqual([{ path: ['profile_id'], kind: 'missing', expected: '' }]);
  expect(
    findProblems('profile-create', {
      name: 5,
      colour: 'red',
      tag: [1],
      proxy_config: { proxy_mode: 7, speed: 1 },
    }),
  ).toEqual(
    expect.arrayContaining([
      { path: ['name'], kind: 'wrong_type', expected: 'string' },
      { path: ['tag'], kind: 'wrong_type', expected: 'string' },
      { path: ['proxy_config', 'proxy_mode'], kind: 'not_listed', expected: '' },
      { path: ['proxy_config', 'speed'], kind: 'unknown_field', expected: '' },
      { path: ['colour'], kind: 'unknown_field', expected: '' },
    ]),
  );
  expect(
    findProblems('profile-update-proxy-to-purchased-mode', {
      profile_id: 1,
      proxy_info: { proxy_mode: 2, proxy_id: 1 },
    }),
  ).toEqual([{ path: ['proxy_info', 'proxy_mode'], kind: 'not_fixed', expected: '3' }]);
  expect(findProblems('profile-clear-cache', { profile_id: [1, 'a'] })).toEqual([
    { path: ['profile_id', 1], kind: 'wrong_type', expected: 'integer' },
  ]);
});

test('a placeholder stops the call until the secret stands there', () => {
  const body = { profile_id: 1, cookie: '<COOKIES>' };
  expect(findProblems('profile-update-cookies', body)).toEqual([
    { path: ['cookie'], kind: 'placeholder', expected: '<COOKIES>' },
  ]);
});

test('what a condition asks for is pointed out and may be left out', () => {
  const problems = findProblems('profile-copy', { profile_id: 1, site_id: 21 });
  expect(problems).toEqual([{ path: ['site_url'], kind: 'missing_by_condition', expected: 'site_id is 21' }]);
  expect(problems.some((each) => isBlocking(each, false))).toBe(false);
});

test('unknown fields go only after a choice, everything else never', () => {
  const [unknown] = findProblems('profile-list', { more: 1 });
  expect([unknown && isBlocking(unknown, false), unknown && isBlocking(unknown, true)]).toEqual([
    true,
    false,
  ]);
});
