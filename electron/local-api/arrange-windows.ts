import type { WindowArrangement } from '../../shared/arrange.ts';
import type { ActionRequests } from '../../shared/local-api/wire.generated.ts';
import { type Result, succeed } from '../../shared/result.ts';
import { toAppError } from './errors.ts';
import type { LocalApiClient } from './outcome.ts';

type ArrangeRequest = ActionRequests['profile-opened-list-arrange-tile'];

/** Has ixBrowser arrange the windows that are open on this computer. Errors as for writes. */
export async function arrangeWindows(
  client: LocalApiClient,
  arrangement: WindowArrangement,
): Promise<Result<Record<string, never>>> {
  const outcome = await client.call('profile-opened-list-arrange-tile', toRequest(arrangement));
  return outcome.kind === 'ok' ? succeed({}) : { ok: false, error: toAppError(outcome, 'write') };
}

/** The body of the request; fields without effect in an arrangement are left out. `hight` and `deviaton` are its spelling. */
function toRequest({ screen, layout }: WindowArrangement): ArrangeRequest {
  if (layout.kind === 'fitted') return { screen, layout: layout.pattern === 'grid' ? 1 : 2, adaptive: 1 };
  const own = {
    screen,
    adaptive: 0,
    starting_position_x: layout.startX,
    starting_position_y: layout.startY,
    profile_size_width: layout.width,
    profile_size_hight: layout.height,
  } as const;
  return layout.kind === 'grid'
    ? {
        ...own,
        layout: 1,
        profile_spacing_horizontal: layout.gapX,
        profile_spacing_vertical: layout.gapY,
        per_line_number_of_profiles: layout.perLine,
      }
    : {
        ...own,
        layout: 2,
        profile_deviaton_x: layout.offsetX,
        profile_deviaton_y: layout.offsetY,
      };
}
