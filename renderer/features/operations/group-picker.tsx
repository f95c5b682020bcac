import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StartableOperation } from '../../../shared/job.ts';
import type { ProfileGroup } from '../../../shared/profile.ts';
import { commandQuery } from '../../command-query.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';

/** A choice among the groups that ixBrowser has at this moment. */
export function useGroupChoice(preset: StartableOperation | undefined) {
  // Groups are made in ixBrowser: each opening of a dialog asks anew.
  const query = useQuery({ ...commandQuery('groups.list', {}), staleTime: 0, gcTime: 0 });
  const [chosen, setChosen] = useState<ProfileGroup | null>(() => readGroup(preset));
  const isGone =
    chosen !== null && query.data !== undefined && !query.data.some(({ id }) => id === chosen.id);
  return { query, group: isGone ? null : chosen, gone: isGone ? chosen : null, choose: setChosen };
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
    const { title, body, code } = errorText(query.error);
    return (
      <Notice
        tone="bad"
        actions={
          <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
            {t('jobs.clear.tryAgain')}
          </Button>
        }
      >
        {t('operation.group.loadFailed')} {title} — {body} <small>{code}</small>
      </Notice>
    );
  }
  const groups = query.data ?? (group ? [group] : []);
  return (
    <Select
      label={label}
      description={description}
      error={gone && t('operation.group.gone', { group: gone.title })}
      placeholder={t(query.isLoading ? 'operation.group.loading' : 'operation.group.choose')}
      nothingFoundMessage={t('profiles.filter.nothingFound')}
      searchable
      maxDropdownHeight={220}
      comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed', transitionProps: { duration: 80 } }}
      data={groups.map(({ id, title }) => ({ value: String(id), label: title }))}
      value={group && String(group.id)}
      onChange={(id) => {
        const chosen = groups.find((known) => String(known.id) === id);
        if (chosen) choose(chosen);
      }}
    />
  );
}
