import type { Operation, OperationKind } from '../../../shared/job.ts';
import type { OperationDefinition } from '../operation.ts';
import { clearCache } from './clear-cache.ts';
import { clearCacheAndCookies } from './clear-cache-and-cookies.ts';

/** Every kind of operation with what makes its definition: a missing one does not compile. */
const definitions: Record<OperationKind, () => OperationDefinition> = {
  clear_cache: clearCache,
  clear_cache_and_cookies: clearCacheAndCookies,
};

/** The definition of an operation with its options. */
export function defineOperation(operation: Operation): OperationDefinition {
  return definitions[operation.kind]();
}
