import type { ProfileId } from '../../shared/profile.ts';
import {
  type ProfileDetails,
  type ProfileField,
  type ProfileUpdateInput,
  type ProfileUpdateResult,
  profileFields,
  type ShownValues,
} from '../../shared/profile-details.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { toAppError } from './errors.ts';
import type { LocalApiClient } from './outcome.ts';
import { type DetailsClient, readProfileDetails } from './profile-details.ts';

/**
 * Changes values of one profile: looks at it first and sends nothing when another profile has its number or when
 * a field shows something else than what the user saw; sends only the changed fields, once; and looks again
 * afterwards. Fails with `not_found` when the profile is gone, as a read does before, as a write does after.
 */
export async function updateProfile(
  client: LocalApiClient & DetailsClient,
  { profileId, identity, changes, expected }: ProfileUpdateInput,
): Promise<Result<ProfileUpdateResult>> {
  const fields = profileFields.filter((field) => changes[field] !== undefined);
  if (fields.length === 0) return fail('invalid_input', 'There is nothing to change.', { detail: 'changes' });
  const before = await readIdentified(client, profileId, identity);
  if (!before.ok) return before;
  const conflicts = fields.filter((field) => !isSame(field, before.value.values[field], expected[field]));
  if (conflicts.length > 0) return succeed({ kind: 'conflict', details: before.value, fields: conflicts });

  const outcome = await client.call('profile-update', { profile_id: profileId, ...toBody(changes) });
  if (outcome.kind === 'refused' || outcome.kind === 'not_sent')
    return { ok: false, error: toAppError(outcome, 'write') };
  const after = await readIdentified(client, profileId, identity);
  if (!after.ok)
    return outcome.kind === 'ok'
      ? succeed({ kind: 'saved', details: null, differing: [] })
      : { ok: false, error: toAppError(outcome, 'write') };
  const details = after.value;
  const differing = fields.filter((field) => !isSame(field, details.values[field], changes[field]));
  return succeed(
    outcome.kind === 'ok'
      ? { kind: 'saved', details, differing }
      : { kind: 'looked', details, missing: differing },
  );
}

/** The profile as it is listed now; `not_found` when it is gone or its number belongs to another one. */
export async function readIdentified(
  client: DetailsClient,
  id: ProfileId,
  identity: string,
): Promise<Result<ProfileDetails>> {
  const read = await readProfileDetails(client, id);
  if (!read.ok) return read;
  if (read.value === null)
    return fail('not_found', 'The profile is not listed any more.', { detail: 'profileId' });
  if (read.value.identity !== identity)
    return fail('not_found', 'The number belongs to another profile by now.', { detail: 'identity' });
  return succeed(read.value);
}

function toBody(changes: ProfileUpdateInput['changes']) {
  const { name, note, color, groupId, tags } = changes;
  return {
    ...(name === undefined ? {} : { name }),
    ...(note === undefined ? {} : { note }),
    ...(color === undefined ? {} : { color }),
    ...(groupId === undefined ? {} : { group_id: groupId }),
    // Documented as the name of one tag; a list of names is accepted for several.
    ...(tags === undefined ? {} : { tag: tags.length > 1 ? [...tags] : (tags[0] ?? '') }),
  };
}

function isSame(
  field: ProfileField,
  shown: ShownValues[ProfileField],
  wanted: ShownValues[ProfileField] | undefined,
): boolean {
  if (typeof shown === 'object')
    return (
      typeof wanted === 'object' && JSON.stringify(shown.toSorted()) === JSON.stringify(wanted.toSorted())
    );
  if (field === 'color') return String(shown).toLowerCase() === String(wanted).toLowerCase();
  return shown === wanted;
}
