import { isDestructiveAction, isReadAction, textToType } from '../../shared/console/call-rules.ts';
import type { ConsoleCall } from '../../shared/console/console-call.ts';
import { findProblems, isBlocking } from '../../shared/console/find-problems.ts';
import { isActionId } from '../../shared/local-api/catalogue.ts';
import { fail, type Result } from '../../shared/result.ts';

/** Why a call of the console may not be sent; null when it may. The window asks the same rules before. */
export function refuseCall(call: ConsoleCall): Result<never> | null {
  const { action, body, allowChanges, allowUnknownFields, isConfirmed, typedText } = call;
  if (!isActionId(action)) return fail('invalid_input', 'There is no such action.', { detail: 'action' });
  const problem = findProblems(action, body).find((each) => isBlocking(each, allowUnknownFields));
  if (problem)
    return fail('invalid_input', `The body has a problem: ${problem.kind}.`, {
      detail: problem.path.join('.'),
    });
  if (isReadAction(action)) return null;
  if (!allowChanges) return fail('wrong_state', 'Only actions that change nothing are allowed.');
  if (!isDestructiveAction(action)) return null;
  const expected = textToType(action, body);
  if (!isConfirmed || (expected !== null && typedText !== expected))
    return fail('wrong_state', 'The action destroys data and was not confirmed.');
  return null;
}
