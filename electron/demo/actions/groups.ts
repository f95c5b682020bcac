import type { ActionRequests } from '../../../shared/local-api/wire.generated.ts';
import { type ActionContext, type Answer, answer, refuse } from '../answer.ts';
import { defaultGroupId } from '../state.ts';
import { addNamed, hasTitle, takeNamedPage } from './tags.ts';

/** `group-list`. */
export function listGroups(input: ActionRequests['group-list'], { state, switches }: ActionContext): Answer {
  return answer(takeNamedPage(state.groups, input, switches));
}

/** `group-create`. */
export function createGroup(input: ActionRequests['group-create'], { state }: ActionContext): Answer {
  if (hasTitle(state.groups, input.title)) return refuse(105002);
  return answer(addNamed(state.groups, input.title, input.sort));
}

/** `group-update`. */
export function updateGroup(input: ActionRequests['group-update'], { state }: ActionContext): Answer {
  const group = state.groups.get(input.id);
  if (group === undefined) return refuse(106003);
  group.title = input.title;
  group.sort = input.sort ?? group.sort;
  return answer(1);
}

/** `group-delete`: what happens to the profiles inside is a switch; the default group stays. */
export function deleteGroup(
  input: ActionRequests['group-delete'],
  { state, switches }: ActionContext,
): Answer {
  const group = state.groups.get(input.id);
  if (group === undefined) return refuse(107002);
  const isUsed = state.groupUse.count(group.id) > 0;
  if (group.id === defaultGroupId || (isUsed && switches.groupDelete === 'refused')) return refuse(1008);
  if (isUsed) {
    for (const profile of state.profiles.all().filter((each) => each.groupId === group.id)) {
      if (switches.groupDelete === 'deletesProfiles') {
        state.removeProfile(profile, switches.profileDelete === 'recycleBin');
      } else {
        state.changeProfile(profile, (changed) => {
          changed.groupId = defaultGroupId;
        });
      }
    }
  }
  state.groups.remove(group.id);
  return answer(0);
}
