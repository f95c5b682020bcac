import type { MessageKey } from '../shared/messages/language.ts';
import { operationWords } from '../shared/messages/operation-words.ts';
import type { Translate } from '../shared/messages/translate.ts';
import type { Operation } from '../shared/operation.ts';
import type { ProxyTarget } from '../shared/proxy-target.ts';

/** What an operation does, with its choices: `Move to group “Shop-EU”`. */
export function describeOperation(t: Translate, operation: Operation): string {
  switch (operation.kind) {
    case 'move_to_group':
      return t('operation.moveToGroup.inWords', { group: operation.groupName });
    case 'set_proxy':
      return t('operation.setProxy.inWords', { proxy: describeProxyTarget(t, operation.proxy) });
    case 'copy':
      return t('operation.copy.inWords', { pattern: operation.namePattern, group: operation.groupName });
    case 'open':
      if (operation.options?.fingerprint === 'random') return t('operation.open.inWordsRandom');
      return t(operation.options ? 'operation.open.inWordsOptions' : operationWords.open.name);
    default:
      return t(operationWords[operation.kind].name);
  }
}

const proxyWords: Record<Exclude<ProxyTarget['kind'], 'custom'>, MessageKey> = {
  direct: 'operation.setProxy.direct',
  traffic_package: 'operation.setProxy.package',
  purchased: 'operation.setProxy.purchased',
  extraction: 'profiles.proxy.mode.4',
};

function describeProxyTarget(t: Translate, proxy: ProxyTarget): string {
  switch (proxy.kind) {
    case 'custom':
      return `${proxy.type} ${proxy.host.includes(':') ? `[${proxy.host.replace(/^\[|\]$/g, '')}]` : proxy.host}:${proxy.port}`;
    case 'traffic_package':
      return [t(proxyWords[proxy.kind]), proxy.country, proxy.city].filter(Boolean).join(' · ');
    case 'extraction':
      return `${t(proxyWords[proxy.kind])} · ${proxy.linkHost}`;
    case 'purchased':
      return `${t(proxyWords[proxy.kind])} · ${proxy.proxyId}`;
    case 'direct':
      return t(proxyWords[proxy.kind]);
  }
}
