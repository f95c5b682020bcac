import type { ActionRequests } from '../local-api/wire.generated.ts';

/** Name of one of the five text formats that ixBrowser documents: the very text that travels in the request. */
export type TextFormat = NonNullable<
  ActionRequests['profile-update-proxy-for-api-extraction']['proxy_info']['proxy_data_txt_format']
>;

/** The five documented text formats, in the documented order (`proxy_data_txt_format` of enums.json). */
export const textFormats = [
  'ip:port',
  'ip:port:username:password',
  'username:password@ip:port',
  'ip:port@username:password',
  'username:password:ip:port',
] as const satisfies readonly TextFormat[];
