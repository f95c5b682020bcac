import fs from 'node:fs';
import path from 'node:path';

/** One file per launched app: the names of the commands that its page called, a line each. */
export const calledCommandsFolder = path.join(import.meta.dirname, '..', 'out', 'called-commands');

/** Reads the commands that an app logged (level `debug`) and keeps their names for the coverage spec. */
export function keepCalledCommands(userData: string): void {
  const logs = path.join(userData, 'logs');
  if (!fs.existsSync(logs)) return;
  const names = new Set<string>();
  for (const file of fs.readdirSync(logs)) {
    for (const line of fs.readFileSync(path.join(logs, file), 'utf8').split('\n')) {
      const name = /"what":"command","name":"([a-zA-Z.]+)"/.exec(line)?.[1];
      if (name) names.add(name);
    }
  }
  fs.mkdirSync(calledCommandsFolder, { recursive: true });
  fs.writeFileSync(path.join(calledCommandsFolder, path.basename(userData)), [...names].join('\n'));
}

/** Names of all commands called since the run began. */
export function readCalledCommands(): Set<string> {
  if (!fs.existsSync(calledCommandsFolder)) return new Set();
  return new Set(
    fs
      .readdirSync(calledCommandsFolder)
      .flatMap((file) => fs.readFileSync(path.join(calledCommandsFolder, file), 'utf8').split('\n')),
  );
}
