/** The part of Electron's `app.commandLine` that is read. */
interface CommandLine {
  hasSwitch(name: string): boolean;
}

/** Makes the app give up on requests that are only slow. */
const testSwitch = 'short-deadlines';

/**
 * Switches that open the running app to other programs or take its sandbox away. Fuses already stop the
 * `inspect` ones in Electron's own binary; the others have no fuse. The last is for tests.
 */
const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-wait',
  'js-flags',
  'no-sandbox',
  'disable-web-security',
  'load-extension',
  testSwitch,
] as const;

/** The first switch that a packaged app does not start with, without its dashes; null when there is none. */
export function findRefusedSwitch(commandLine: CommandLine): string | null {
  return refusedSwitches.find((name) => commandLine.hasSwitch(name)) ?? null;
}

/** What to tell the user, who may have got the switch from the AppImage's launcher and not typed it. */
export function explainRefusedSwitch(name: string): string {
  if (name === testSwitch)
    return `Profile Panel does not start with --${name}: it is only for its tests. Start it without.`;
  const cause = `Profile Panel does not start with --${name}: it would let other programs into it.`;
  return name === 'no-sandbox'
    ? `${cause} If you did not give this switch, your Linux system restricts AppImages: install the deb package instead.`
    : `${cause} Start it without.`;
}
