import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { LabelList } from '../../labels/label-list.tsx';
import { useMessages } from '../../messages.tsx';
import { goTo, type ProxyTab, usePlace } from '../../navigation.ts';
import { Page } from '../../ui/page.tsx';
import { GatewayList } from './gateway-list.tsx';
import { PackageList } from './package-list.tsx';
import { ProxyList } from './proxy-list.tsx';
import { useProxies } from './use-proxies.ts';
import './proxies-page.css';

const tabWords: Record<ProxyTab, MessageKey> = {
  proxies: 'app.page.proxies',
  tags: 'labels.list.proxyTag',
  packages: 'packages.list',
  gateways: 'gateways.list',
};
const tabs = Object.keys(tabWords) as ProxyTab[];

/** The proxies of ixBrowser with their tags, the purchased traffic, and the lines to ixBrowser's own service. */
export function ProxiesPage() {
  const { t } = useMessages();
  const place = usePlace();
  const tab = (place.page === 'proxies' && place.tab) || 'proxies';
  const [tags, setTags] = useState<readonly string[]>([]);
  const show = (name: ProxyTab) => goTo({ page: 'proxies', tab: name });
  return (
    <Page
      title={t('app.page.proxies')}
      help={{ label: t('help.page.proxiesLabel'), text: t('help.page.proxies') }}
      isFixedHeight
    >
      <Tabs
        value={tab}
        onChange={(value) => show(tabs.find((name) => name === value) ?? 'proxies')}
        keepMounted={false}
        classNames={{ root: 'item-tabs', list: 'item-tabs__list', panel: 'item-tabs__panel' }}
      >
        <Tabs.List>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(tabWords[name])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="proxies">
          <ProxyList tags={tags} onTagsChange={setTags} />
        </Tabs.Panel>
        <Tabs.Panel value="tags">
          <ProxyTags
            onShow={(tag) => {
              setTags([tag]);
              show('proxies');
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="packages">
          <PackageList />
        </Tabs.Panel>
        <Tabs.Panel value="gateways">
          <GatewayList />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function ProxyTags({ onShow }: { readonly onShow: (tag: string) => void }) {
  const { rows } = useProxies();
  const counts = useMemo(() => {
    if (!rows) return null;
    const found = new Map<number, number>();
    for (const { tagIds } of rows) {
      for (const id of new Set(tagIds)) found.set(id, (found.get(id) ?? 0) + 1);
    }
    return found;
  }, [rows]);
  return <LabelList kind="proxy_tag" counts={counts} onShow={({ title }) => onShow(title)} />;
}
