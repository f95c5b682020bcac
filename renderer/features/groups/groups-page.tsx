import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Label } from '../../../shared/label.ts';
import { useConnection } from '../../connection/use-connection.ts';
import { LabelList } from '../../labels/label-list.tsx';
import { useLabels } from '../../labels/use-labels.ts';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { changeProfileView, clearProfileFilters } from '../../profile-list/profile-view-store.ts';
import { useProfiles } from '../../profile-list/use-profiles.ts';
import { Page } from '../../ui/page.tsx';
import { countProfiles } from './count-labels.ts';

const tabs = ['group', 'tag'] as const;

/** The groups and the tags of profiles. */
export function GroupsPage() {
  const { t } = useMessages();
  const [tab, setTab] = useState<(typeof tabs)[number]>('group');
  return (
    <Page
      title={t('app.page.groups')}
      help={{ label: t('help.page.groupsLabel'), text: t('help.page.groups') }}
      isFixedHeight
    >
      <Tabs
        value={tab}
        onChange={(value) => setTab(tabs.find((name) => name === value) ?? 'group')}
        keepMounted={false}
        classNames={{ root: 'item-tabs', list: 'item-tabs__list', panel: 'item-tabs__panel' }}
      >
        <Tabs.List>
          <Tabs.Tab value="group">{t('labels.list.group')}</Tabs.Tab>
          <Tabs.Tab value="tag">{t('labels.list.tag')}</Tabs.Tab>
        </Tabs.List>
        {tabs.map((kind) => (
          <Tabs.Panel key={kind} value={kind}>
            <CountedList kind={kind} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

function CountedList({ kind }: { readonly kind: (typeof tabs)[number] }) {
  const labels = useLabels(kind);
  const { list } = useProfiles(useConnection());
  const rows = labels.data?.rows;
  const counts = useMemo(
    () => (rows && list.isComplete ? countProfiles(kind, rows, list.rows) : null),
    [kind, rows, list],
  );
  const show = ({ title }: Label) => {
    clearProfileFilters();
    changeProfileView(kind === 'group' ? { groups: [title] } : { tags: [title] });
    goTo({ page: 'profiles' });
  };
  return <LabelList kind={kind} counts={counts} onShow={show} />;
}
