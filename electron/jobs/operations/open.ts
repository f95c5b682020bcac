import type { OpenOptions, Operation } from '../../../shared/operation.ts';
import { type ProfileId, profileId } from '../../../shared/profile.ts';
import { succeed } from '../../../shared/result.ts';
import type { ApiOutcome, CallOptions, LocalApiClient } from '../../local-api/outcome.ts';
import type { SecretStore } from '../../secret-store.ts';
import type { OperationDefinition, OperationTools } from '../operation.ts';

type OpenOperation = Extract<Operation, { kind: 'open' }>;

/**
 * Opens profiles, one a request. Once: every opening counts against the day's number (1018), and the opened lists
 * tell whether one with an unknown outcome happened.
 */
export function openProfiles({ options }: OpenOperation, { secrets }: OperationTools): OperationDefinition {
  return {
    semantics: 'once',
    batchSize: 1,
    needsTypedCount: false,
    findBlock: () => (options?.cookies && findCookies(options, secrets) === null ? 'secret_missing' : null),
    checkOpenState(open) {
      if (open === null) return 'ready';
      return open.canClose ? 'already' : 'out_of_reach';
    },
    send(client, items, signal) {
      const [item] = items;
      if (item === undefined) throw new Error('A request needs an item.');
      if (options === undefined)
        return client.call('profile-open', { profile_id: item.profileId }, { signal });
      return sendWith(client, item.profileId, options, findCookies(options, secrets), { signal });
    },
    readReply(data, asked) {
      const id = profileId.safeParse(
        typeof data === 'object' && data !== null && 'profile_id' in data ? data.profile_id : null,
      );
      if (!id.success) return { kind: 'look' };
      return asked.includes(id.data)
        ? { kind: 'read', confirmed: new Set([id.data]) }
        : { kind: 'distrusted' };
    },
    async settle(item, reads) {
      const open = await reads.readOpen();
      if (!open.ok) return open;
      const isOpen = open.value.profiles.some(({ profileId: id }) => id === item.profileId);
      return succeed({ kind: isOpen ? 'done' : 'ask' });
    },
    undo: { operation: { kind: 'close' }, planItem: () => ({ target: null }) },
  };
}

/** `options` with what they leave to ixBrowser left out: the API's own defaults are not documented. */
function sendWith(
  client: LocalApiClient,
  id: ProfileId,
  options: OpenOptions,
  cookie: string | null,
  callOptions: CallOptions,
): Promise<ApiOutcome<unknown>> {
  const { fingerprint, switches, loadInfoPage, loadExtensions, backUpCookies } = options;
  const body = {
    profile_id: id,
    ...(switches.length > 0 && { args: switches }),
    ...(loadInfoPage !== null && { load_profile_info_page: loadInfoPage }),
    // The official library warns that null keeps cookies from being loaded.
    ...(cookie !== null && { cookie }),
  };
  if (fingerprint === 'random') return client.call('profile-open-with-random-fingerprint', body, callOptions);
  return client.call(
    'profile-open',
    {
      ...body,
      ...(loadExtensions !== null && { load_extensions: loadExtensions }),
      ...(backUpCookies !== null && { cookies_backup: backUpCookies }),
    },
    callOptions,
  );
}

function findCookies({ cookies }: OpenOptions, secrets: SecretStore): string | null {
  const secret = cookies && secrets.find(cookies);
  return secret?.kind === 'cookies' ? secret.text : null;
}
