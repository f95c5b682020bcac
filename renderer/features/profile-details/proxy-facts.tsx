import type { ProfileDetails } from '../../../shared/profile-details.ts';
import { useMessages } from '../../messages.tsx';
import { proxyModeWords } from '../../profile-list/profile-cells.tsx';
import { describeProxyAddress } from '../../profile-list/profile-table.ts';
import { Fact } from './fact.tsx';

/** Where the proxy comes from, its type and address, and the number under which ixBrowser keeps it. */
export function ProxyFacts({ details }: { readonly details: ProfileDetails }) {
  const { t } = useMessages();
  const { proxyId } = details;
  const { proxy } = details.row;
  if (proxy.type === 'direct') {
    return <Fact label={t('details.proxyKind')}>{t('profiles.proxy.direct')}</Fact>;
  }
  const address = describeProxyAddress(proxy);
  return (
    <>
      <Fact label={t('details.proxyKind')}>
        {proxy.mode === null ? t('details.unknown') : t(proxyModeWords[proxy.mode])}
      </Fact>
      {address && <Fact label={t('details.proxyAddress')}>{address}</Fact>}
      {proxyId !== null && <Fact label={t('details.proxyNumber')}>{proxyId}</Fact>}
    </>
  );
}
