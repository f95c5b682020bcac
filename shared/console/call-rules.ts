import { actionById } from '../local-api/catalogue.ts';
import type { ActionId } from '../local-api/wire.generated.ts';

/** From so many profiles on, what cannot be undone wants their number typed. */
const typedFrom = 20;

/** Whether an action changes nothing, by its kind in the catalogue: lists, and the cookies of a profile. */
export function isReadAction(id: ActionId): boolean {
  return id.endsWith('-list') || id === 'profile-get-cookies';
}

/** Whether an action removes or overwrites data for good, as the catalogue says. */
export function isDestructiveAction(id: ActionId): boolean {
  return actionById(id).destructive;
}

/** Ids that a body names, as text: profiles, or the group, tag or proxy. */
export function listNamedIds(body: Readonly<Record<string, unknown>>): readonly string[] {
  const named = body.profile_id ?? body.id;
  const ids: readonly unknown[] = Array.isArray(named) ? named : named === undefined ? [] : [named];
  return ids.filter((id) => typeof id === 'number' || typeof id === 'string').map(String);
}

/**
 * What has to be typed before a destructive call is sent: the number of the thing that is deleted, the count of many
 * profiles, or the name of the action where no number exists. Null when a question is enough.
 */
export function textToType(id: ActionId, body: Readonly<Record<string, unknown>>): string | null {
  if (!isDestructiveAction(id)) return null;
  if (id === 'empty-recycle-bin') return id;
  const ids = listNamedIds(body);
  if (id.endsWith('-delete')) return ids[0] ?? id;
  return ids.length >= typedFrom ? String(ids.length) : null;
}
