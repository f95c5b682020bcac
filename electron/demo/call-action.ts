import { actionById } from '../../shared/local-api/catalogue.ts';
import type { ActionId } from '../../shared/local-api/wire.generated.ts';
import type { DemoApi } from './server.ts';

/** A reply of the demo as it came over HTTP. */
export interface WireReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly error: { readonly code: number; readonly message?: string; readonly time?: number };
    readonly data?: unknown;
  };
}

/** Sends one request to a running demo the way any client does. Rejects when there is no JSON reply. */
export async function callAction(api: DemoApi, id: ActionId, body: unknown = {}): Promise<WireReply> {
  const action = actionById(id);
  const base = action.envelope === 'none' ? api.serviceUrl : api.baseUrl;
  const response = await fetch(`${base}${action.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as WireReply['body'],
  };
}
