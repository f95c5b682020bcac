import type { ActionId } from '../../shared/local-api/wire.generated.ts';
import type { ActionCases } from './conformance-case.ts';
import { listCases } from './conformance-lists.ts';
import { profileSettingCases } from './conformance-profile-settings.ts';
import { profileCases } from './conformance-profiles.ts';

/** Every action of the catalogue: what it does well, and every documented failure. */
export const conformanceCases: Readonly<Record<ActionId, ActionCases>> = {
  ...profileSettingCases,
  ...profileCases,
  ...listCases,
};
