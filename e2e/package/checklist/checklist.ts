import type { CompiledApp } from './compiled-app.ts';
import { mainRules } from './main-rules.ts';
import { pageRules } from './page-rules.ts';

/** The checks of Electron's security checklist that need no running app. */
export const checklist = [...mainRules, ...pageRules];

/** What is wrong, by the title of the rule; rules that hold are left out. */
export function findFaults(app: CompiledApp): Record<string, readonly string[]> {
  return Object.fromEntries(
    checklist
      .map(({ title, check }) => [title, check(app)] as const)
      .filter(([, faults]) => faults.length > 0),
  );
}
