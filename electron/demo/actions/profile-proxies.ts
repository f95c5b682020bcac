import type { ActionRequests } from '../../../shared/local-api/wire.generated.ts';
import { type ActionContext, type Answer, answer, refuse } from '../answer.ts';
import { type ProxyInput, toProxyRecord } from './proxy-settings.ts';

/** The four actions that give a profile another proxy and differ only in the fields they ask for. */
type ProxyUpdate =
  | ActionRequests['profile-update-proxy-for-purchased-traffic-package']
  | ActionRequests['profile-update-proxy-to-purchased-mode']
  | ActionRequests['profile-update-proxy-for-custom-proxy']
  | ActionRequests['profile-update-proxy-for-api-extraction'];

/** `profile-update-proxy-for-…` and `profile-update-proxy-to-purchased-mode`. */
export function updateProxy(input: ProxyUpdate, context: ActionContext): Answer {
  const { state } = context;
  const profile = state.profiles.get(input.profile_id);
  if (profile === undefined) return refuse(2007);
  const proxy = toProxyRecord(input.proxy_info as ProxyInput, context);
  if (!proxy.ok) return proxy;
  state.changeProfile(profile, (changed) => {
    changed.proxy = proxy.proxy;
    changed.hasNewProxy = true;
  });
  return answer('success');
}
