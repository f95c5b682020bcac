import { queryOptions } from '@tanstack/react-query';
import type { CommandInput, CommandName } from '../shared/contract.ts';
import { callCommand } from './api.ts';

/** A command that reads, as a query: its key is the command's name and input. */
export function commandQuery<K extends CommandName>(name: K, input: CommandInput<K>) {
  return queryOptions({ queryKey: [name, input] as const, queryFn: () => callCommand(name, input) });
}
