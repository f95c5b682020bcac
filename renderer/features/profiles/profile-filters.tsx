import { Button } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { OpenProfile, ProfileId, ProfileRow, ProxyMode } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { useOpenProfiles } from '../../profile-list/live-state-store.ts';
import { proxyModeWords } from '../../profile-list/profile-cells.tsx';
import {
  countFacets,
  hasFilter,
  type OpenKind,
  type ProfileView,
  toOpenKind,
} from '../../profile-list/profile-table.ts';
import {
  changeProfileView,
  clearProfileFilters,
  useProfileView,
} from '../../profile-list/profile-view-store.ts';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { useFormats } from '../../use-formats.ts';

const proxyModes: readonly ProxyMode[] = [1, 2, 3, 4];
const openKinds: readonly OpenKind[] = ['here', 'elsewhere', 'closed'];

/** Words for each way of being open. */
export const openKindWords: Record<OpenKind, MessageKey> = {
  here: 'profiles.state.openHere',
  elsewhere: 'profiles.state.openElsewhere',
  closed: 'profiles.state.closed',
};

/** The filters by group, tag, proxy and open state; each option says how many profiles it has. */
export function ProfileFilters({ rows }: { readonly rows: readonly ProfileRow[] }) {
  const { t } = useMessages();
  const formats = useFormats();
  const groups = useProfileView((view) => view.groups);
  const tags = useProfileView((view) => view.tags);
  const modes = useProfileView((view) => view.proxyModes);
  const kinds = useProfileView((view) => view.openKinds);
  const opened = useOpenProfiles();
  const countRows = useMemo(() => countOnce(() => countFacets(rows)), [rows]);
  const countOpen = useMemo(() => countOnce(() => countOpenKinds(rows, opened)), [rows, opened]);
  const common = { findLabel: t('profiles.filter.find'), nothingFound: t('profiles.filter.nothingFound') };
  const toOption = ([value, count]: [string, number]) => ({
    value,
    label: value === '' ? t('profiles.filter.notGrouped') : value,
    count: formats.number(count),
  });
  return (
    <>
      <FilterMenu
        {...common}
        label={t('profiles.filter.group')}
        name={t('profiles.filter.name', { name: t('profiles.filter.group') })}
        getOptions={() => [...countRows().groups].map(toOption)}
        chosen={groups}
        onChange={(chosen) => changeProfileView({ groups: chosen })}
      />
      <FilterMenu
        {...common}
        label={t('profiles.filter.tag')}
        name={t('profiles.filter.name', { name: t('profiles.filter.tag') })}
        getOptions={() => [...countRows().tags].map(toOption)}
        chosen={tags}
        onChange={(chosen) => changeProfileView({ tags: chosen })}
      />
      <FilterMenu
        {...common}
        label={t('profiles.filter.proxy')}
        name={t('profiles.filter.name', { name: t('profiles.filter.proxy') })}
        getOptions={() =>
          proxyModes.map((mode) => ({
            value: mode,
            label: t(proxyModeWords[mode]),
            count: formats.number(countRows().proxyModes.get(mode) ?? 0),
          }))
        }
        chosen={modes}
        onChange={(chosen) => changeProfileView({ proxyModes: chosen })}
      />
      <FilterMenu
        {...common}
        label={t('profiles.filter.state')}
        name={t('profiles.filter.name', { name: t('profiles.filter.state') })}
        getOptions={() =>
          openKinds.map((kind) => ({
            value: kind,
            label: t(openKindWords[kind]),
            count: formats.number(countOpen()[kind]),
          }))
        }
        chosen={kinds}
        onChange={(chosen) => changeProfileView({ openKinds: chosen })}
      />
    </>
  );
}

/** Counts at the first call: while no menu is open nobody asks, and the rows change many times a reading. */
function countOnce<T extends object>(count: () => T): () => T {
  let counted: T | null = null;
  return () => {
    counted ??= count();
    return counted;
  };
}

function countOpenKinds(
  rows: readonly ProfileRow[],
  opened: ReadonlyMap<ProfileId, OpenProfile>,
): Record<OpenKind, number> {
  const counts: Record<OpenKind, number> = { here: 0, elsewhere: 0, closed: 0 };
  for (const row of rows) counts[toOpenKind(opened.get(row.id))] += 1;
  return counts;
}

/**
 * Every filter that is set, each with a button that takes it away, and one for all of them; the quick filters show
 * by themselves. They stand behind everything else, so that nothing moves when one is set.
 */
export function ActiveFilters() {
  const { t } = useMessages();
  const listed = useProfileView((view) => view.listed);
  const groups = useProfileView((view) => view.groups);
  const tags = useProfileView((view) => view.tags);
  const modes = useProfileView((view) => view.proxyModes);
  const kinds = useProfileView((view) => view.openKinds);
  // The button that takes them away may come a moment after the first key in the search box.
  const isFiltered = useDeferredValue(useProfileView(hasFilter));
  const chips = [
    ...(listed
      ? [
          {
            name: t('list.chip'),
            value: t('profiles.count.all', { count: listed.size }),
            remove: () => changeProfileView({ listed: null }),
          },
        ]
      : []),
    ...toChips(
      groups,
      t('profiles.filter.group'),
      (value) => value || t('profiles.filter.notGrouped'),
      (rest) => ({ groups: rest }),
    ),
    ...toChips(
      tags,
      t('profiles.filter.tag'),
      (value) => value,
      (rest) => ({ tags: rest }),
    ),
    ...toChips(
      modes,
      t('profiles.filter.proxy'),
      (mode) => t(proxyModeWords[mode]),
      (rest) => ({ proxyModes: rest }),
    ),
    ...toChips(
      kinds,
      t('profiles.filter.state'),
      (kind) => t(openKindWords[kind]),
      (rest) => ({ openKinds: rest }),
    ),
  ];
  if (!isFiltered) return null;
  return (
    <>
      {chips.length > 0 && (
        <ul className="profile-chips" aria-label={t('profiles.filter.active')}>
          {chips.map(({ name, value, remove }) => (
            <FilterChip
              key={`${name} ${value}`}
              text={`${name}: ${value}`}
              removeLabel={t('profiles.filter.remove', { name, value })}
              onRemove={remove}
            />
          ))}
        </ul>
      )}
      <Button variant="subtle" onClick={clearProfileFilters}>
        {t('profiles.filter.clear')}
      </Button>
    </>
  );
}

function toChips<V>(
  values: readonly V[],
  name: string,
  describe: (value: V) => string,
  toPart: (rest: readonly V[]) => Partial<ProfileView>,
) {
  return values.map((value) => ({
    name,
    value: describe(value),
    remove: () => changeProfileView(toPart(values.filter((other) => other !== value))),
  }));
}
