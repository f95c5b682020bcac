import type { RunningPanel } from './app-fixture.ts';

/** The text that lies in the clipboard of the app's computer. */
export function readClipboard({ app }: RunningPanel): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText());
}
