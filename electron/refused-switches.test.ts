import { expect, test } from 'vitest';
import { explainRefusedSwitch, findRefusedSwitch } from './refused-switches.ts';

const commandLine = (...names: string[]) => ({ hasSwitch: (name: string) => names.includes(name) });

test('a start without debugging or sandbox switches is not refused', () => {
  expect(findRefusedSwitch(commandLine('demo', 'address', 'log-level'))).toBeNull();
});

test.each([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
  'no-sandbox',
  'short-deadlines',
])('a start with --%s is refused, and the text names the switch', (name) => {
  expect(findRefusedSwitch(commandLine('demo', name))).toBe(name);
  expect(explainRefusedSwitch(name)).toContain(`--${name}`);
});

test('a refused sandbox switch points to the deb package, since the AppImage adds it by itself', () => {
  expect(explainRefusedSwitch('no-sandbox')).toContain('deb package');
});
