import { createHash } from 'node:crypto';
import type { ProfileId } from '../../shared/profile.ts';
import type { ProfileDetails, ProfileSecret } from '../../shared/profile-details.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { systemClock } from '../clock.ts';
import { toAppError } from './errors.ts';
import type { ListReader, SecretReader } from './outcome.ts';
import { parseProfileRow } from './profile-row.ts';
import { readList } from './read-list.ts';
import { readPatiently } from './read-patiently.ts';

/** What reading details needs of the client. */
export type DetailsClient = ListReader & SecretReader;

type WireRow = Readonly<Record<string, unknown>>;

/**
 * Reads one row of the list with its secrets; null when the list does not hold the profile. The filter is
 * documented by its name only, so the row is looked for by its number. Fails like every read.
 */
export async function readProfileRow(client: SecretReader, id: ProfileId): Promise<Result<WireRow | null>> {
  const body = { profile_id: id, page: 1, limit: 10 };
  const outcome = await readPatiently(() => client.readPageWithSecrets('profile-list', body), systemClock);
  if (outcome.kind === 'refused' && outcome.apiCode === 2007) return succeed(null);
  if (outcome.kind !== 'ok') return { ok: false, error: toAppError(outcome, 'read') };
  const row = outcome.data.rows.find((candidate): candidate is WireRow => {
    if (typeof candidate !== 'object' || candidate === null || !('profile_id' in candidate)) return false;
    return Number(candidate.profile_id) === id;
  });
  return succeed(row ?? null);
}

/** Everything that the list says of one profile, without its secrets; null when it is not listed any more. */
export async function readProfileDetails(
  client: DetailsClient,
  id: ProfileId,
): Promise<Result<ProfileDetails | null>> {
  const row = await readProfileRow(client, id);
  if (!row.ok || row.value === null) return row.ok ? succeed(null) : row;
  const parsed = parseProfileRow(row.value);
  if (!parsed.ok) return fail('unexpected_response', 'The profile cannot be read.', { detail: parsed.field });
  const tags = await readTags(client, row.value);
  if (!tags.ok) return tags;
  const { profile } = parsed;
  const { name, note, groupId } = profile.row;
  return succeed({
    row: { ...profile.row, tags: tags.value },
    values: { name, note, color: toText(row.value.color), groupId, tags: tags.value },
    siteUrl: toText(row.value.site_url),
    proxyId: profile.proxyId,
    secrets: listSecrets(row.value, profile.proxyId),
    identity: toIdentity(profile.cachePath),
    asOf: systemClock.now(),
  });
}

/** Names of all tags, in the order of the API. */
export async function readTagNames(client: ListReader): Promise<Result<readonly string[]>> {
  const tags = await readList(client, 'tag-list', ({ id, title }) => ({ id, title: title ?? '' }));
  return tags.ok ? succeed(tags.value.rows.map(({ title }) => title).filter((title) => title !== '')) : tags;
}

/**
 * Names of the profile's tags. Several come joined, in a form that no page shows, and names may hold blanks: then
 * their ids are looked up.
 */
async function readTags(client: ListReader, row: WireRow): Promise<Result<readonly string[]>> {
  const ids = toText(row.tag_id)
    .split(/[\s,]+/)
    .filter((id) => id !== '');
  const joined = toText(row.tag_name).trim();
  if (ids.length <= 1) return succeed(joined === '' ? [] : [joined]);
  const tags = await readList(client, 'tag-list', ({ id, title }) => ({ id, title: title ?? '' }));
  if (!tags.ok) return tags;
  const titles = new Map(tags.value.rows.map(({ id, title }) => [String(id), title]));
  const named = ids.map((id) => titles.get(id) ?? '');
  if (named.every((title) => title !== '')) return succeed(named);
  const parsed = parseProfileRow(row);
  return succeed(parsed.ok ? parsed.profile.row.tags : [joined]);
}

function listSecrets(row: WireRow, proxyId: number | null): readonly ProfileSecret[] {
  const mode = Number(row.proxy_mode);
  const hasSavedProxy = (mode === 2 || mode === 3) && row.proxy_type !== 'direct' && proxyId !== null;
  const present: readonly (readonly [ProfileSecret, boolean])[] = [
    ['site_username', toText(row.username) !== ''],
    ['site_password', toText(row.password) !== ''],
    ['proxy_user', hasSavedProxy],
    ['proxy_password', hasSavedProxy],
    ['proxy_link', mode === 4 && toText(row.proxy_url) !== ''],
  ];
  return present.filter(([, isPresent]) => isPresent).map(([secret]) => secret);
}

/** The name of the cache folder tells profiles apart; the window gets a stand-in that leads nowhere. */
function toIdentity(cachePath: string | null): string {
  return cachePath === null ? '' : createHash('sha256').update(cachePath).digest('hex').slice(0, 24);
}

/** Text of a field that may be missing, null or a number. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}
