import type { Operation, OperationKind } from '../../../shared/operation.ts';
import type { OperationDefinition, OperationTools } from '../operation.ts';
import { clearCache } from './clear-cache.ts';
import { clearCacheAndCookies } from './clear-cache-and-cookies.ts';
import { closeProfiles } from './close.ts';
import { copyProfiles } from './copy.ts';
import { deleteProfiles } from './delete.ts';
import { moveToGroup } from './move-to-group.ts';
import { openProfiles } from './open.ts';
import { resetOpenState } from './reset-open-state.ts';
import { restoreGroup } from './restore-group.ts';
import { restoreProxy } from './restore-proxy.ts';
import { setProxy } from './set-proxy.ts';

type Definitions = {
  readonly [K in OperationKind]: (
    operation: Extract<Operation, { kind: K }>,
    tools: OperationTools,
  ) => OperationDefinition;
};

/** Every kind of operation with what makes its definition: a missing one does not compile. */
const definitions: Definitions = {
  clear_cache: clearCache,
  clear_cache_and_cookies: clearCacheAndCookies,
  move_to_group: moveToGroup,
  set_proxy: setProxy,
  copy: copyProfiles,
  open: openProfiles,
  close: closeProfiles,
  reset_open_state: resetOpenState,
  delete: deleteProfiles,
  restore_group: restoreGroup,
  restore_proxy: restoreProxy,
};

/** The definition of an operation with its options. */
export function defineOperation(operation: Operation, tools: OperationTools): OperationDefinition {
  const make = definitions[operation.kind] as (
    operation: Operation,
    tools: OperationTools,
  ) => OperationDefinition;
  return make(operation, tools);
}
