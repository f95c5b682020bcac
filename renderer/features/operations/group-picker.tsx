import { Button, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StartableOperation } from '../../../shared/operation.ts';
import type { ProfileGroup } from '../../../shared/profile.ts';
import { commandQuery } from '../../command-query.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { NewGroup } from './new-group.tsx';

/** The group that every account has. */
const defaultGroupId = 1;

/** A choice among the groups that ixBrowser has at this moment. `start` is what it begins with where there is no preset. */
export function useGroupChoice(preset: StartableOperation | undefined, start: 'none' | 'default' = 'none') {
  // Groups are made in ixBrowser: each opening of a dialog asks anew.
  const query = useQuery({ ...commandQuery('groups.list', {}), staleTime: 0, gcTime: 0 });
  const [chosen, setChosen] = useState<ProfileGroup | null>(() => readGroup(preset));
  const isGone =
    chosen !== null && query.data !== undefined && !query.data.some(({ id }) => id === chosen.id);
  const first = start === 'default' && chosen === null && query.data?.find(({ id }) => id === defaultGroupId);
  const group = isGone ? null : chosen;
  return { query, group: group ?? (first || null), gone: isGone ? chosen : null, choose: setChosen };
}

function readGroup(operation: StartableOperation | undefined): ProfileGroup | null {
  return operation && 'groupId' in operation ? { id: operation.groupId, title: operation.groupName } : null;
}

/** The group as an operation names it. */
export function toGroupFields({ id, title }: ProfileGroup) {
  return { groupId: id, groupName: title.slice(0, 200) };
}

/** The list to choose from. */
export function GroupPicker({
  label,
  description,
  choice,
}: {
  readonly label: string;
  readonly description: string;
  readonly choice: ReturnType<typeof useGroupChoice>;
}) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { query, group, gone, choose } = choice;
  if (query.error) {
    const { sentence, code } = errorText(query.error);
    return (
      <Notice
        tone="bad"
        actions={
          <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
            {t('jobs.clear.tryAgain')}
          </Button>
        }
      >
        {t('operation.group.loadFailed')} {sentence} <small>{code}</small>
      </Notice>
    );
  }
  const groups = query.data ?? (group ? [group] : []);
  return (
    <Stack gap={6}>
      <Select
        label={label}
        description={description}
        error={gone && t('operation.group.gone', { group: gone.title })}
        placeholder={t(query.isLoading ? 'operation.group.loading' : 'operation.group.choose')}
        nothingFoundMessage={t('profiles.filter.nothingFound')}
        searchable
        maxDropdownHeight={220}
        comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed', transitionProps: { duration: 80 } }}
        data={groups.map(({ id, title }) => ({
          value: String(id),
          label: id === defaultGroupId ? t('operation.group.default', { group: title }) : title,
        }))}
        value={group && String(group.id)}
        onChange={(id) => {
          const chosen = groups.find((known) => String(known.id) === id);
          if (chosen) choose(chosen);
        }}
      />
      <NewGroup onCreated={choose} />
    </Stack>
  );
}
