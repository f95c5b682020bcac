import { useQuery } from '@tanstack/react-query';
import type { ApiAddress } from '../../../shared/connection.ts';
import { actionById } from '../../../shared/local-api/catalogue.ts';
import type { ActionId } from '../../../shared/local-api/wire.generated.ts';
import { commandQuery } from '../../command-query.ts';
import { useConnection } from '../../connection/use-connection.ts';

/** Where the service of the other cache listens; undefined until it is known. */
export function useServiceAddress(): ApiAddress | undefined {
  return useQuery(commandQuery('serviceCache.get', {})).data?.address;
}

/** Where a call of this action goes; undefined until it is known. */
export function useCallAddress(action: ActionId): ApiAddress | undefined {
  const service = useServiceAddress();
  const connection = useConnection();
  return actionById(action).envelope === 'none' ? service : connection?.address;
}
