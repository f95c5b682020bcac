import type { ProfileId } from '../../../shared/profile.ts';
import {
  type ProfileDetails,
  type ProfileField,
  type ProfileUpdateInput,
  profileFields,
  profileValues,
  type ShownValues,
} from '../../../shared/profile-details.ts';

/** Changes of one profile that are not saved yet. */
export interface ProfileDraft {
  readonly id: ProfileId;
  /** Which profile was shown: see `ProfileDetails`. */
  readonly identity: string;
  /** The changed fields only. */
  readonly values: Partial<ShownValues>;
  /** What was shown of each of them when its change began. */
  readonly expected: Partial<ShownValues>;
}

/** The draft after one field was changed; null when nothing differs any more. */
export function changeField<F extends ProfileField>(
  draft: ProfileDraft | null,
  details: ProfileDetails,
  field: F,
  value: ShownValues[F],
): ProfileDraft | null {
  const before: ProfileDraft = draft ?? {
    id: details.row.id,
    identity: details.identity,
    values: {},
    expected: {},
  };
  const shown = before.expected[field] ?? details.values[field];
  if (JSON.stringify(shown) === JSON.stringify(value)) return dropFields(before, [field]);
  return {
    ...before,
    values: { ...before.values, [field]: value },
    expected: { ...before.expected, [field]: shown },
  };
}

/** The draft without some fields; null when none is left. */
export function dropFields(draft: ProfileDraft, fields: readonly ProfileField[]): ProfileDraft | null {
  const keep = ([field]: readonly [string, unknown]) => !fields.some((dropped) => dropped === field);
  const values: Partial<ShownValues> = Object.fromEntries(Object.entries(draft.values).filter(keep));
  const expected: Partial<ShownValues> = Object.fromEntries(Object.entries(draft.expected).filter(keep));
  return Object.keys(values).length === 0 ? null : { ...draft, values, expected };
}

/** The draft that overwrites what somebody else set meanwhile: their values are what is expected now. */
export function acceptPresent(draft: ProfileDraft, details: ProfileDetails): ProfileDraft {
  const expected = Object.fromEntries(
    profileFields
      .filter((field) => draft.values[field] !== undefined)
      .map((field) => [field, details.values[field]]),
  );
  return { ...draft, expected };
}

/** The changed fields that the checks refuse; they are those of the main process. */
export function findWrongFields({ values }: ProfileDraft): readonly ProfileField[] {
  return profileFields.filter(
    (field) => values[field] !== undefined && !profileValues.shape[field].safeParse(values[field]).success,
  );
}

/** What is sent for a draft without wrong fields: only what changed. */
export function toUpdateInput({ id, identity, values, expected }: ProfileDraft): ProfileUpdateInput {
  const { tags, ...others } = expected;
  return {
    profileId: id,
    identity,
    changes: profileValues.partial().parse(values),
    expected: tags === undefined ? others : { ...others, tags: [...tags] },
  };
}

/** The field that a code of the Local API is about; null for one that is about something else. */
export function findRefusedField(apiCode: number | undefined): ProfileField | null {
  switch (apiCode) {
    case 102003:
      return 'name';
    case 102009:
      return 'groupId';
    case 102010:
      return 'note';
    default:
      return null;
  }
}
