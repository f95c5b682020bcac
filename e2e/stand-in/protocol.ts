import type { CustomScheme, Protocol as ElectronProtocol } from 'electron';
import { mapHeaderValue, registerScheme, schemeOf } from './app-url.ts';
import { refuseUnknownMembers } from './not-emulated.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/** What a scheme's handler answered, ready for `Fetch.fulfillRequest`. */
export type SchemeReply = {
  readonly responseCode: number;
  readonly responseHeaders: { name: string; value: string }[];
  readonly body: string;
};

const handlers = new Map<string, Handler>();
const privileged = new Set<string>();

/**
 * Answers a request for an app URL by the handler of its scheme; the body's stream is read to its end
 * first. Undefined when no handler is registered or it failed: the load then fails, as in Electron.
 */
export async function answerByScheme(
  url: string,
  init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string | undefined;
  },
): Promise<SchemeReply | undefined> {
  const handler = handlers.get(schemeOf(url) ?? '');
  if (handler === undefined) return undefined;
  try {
    const hasBody = init.body !== undefined && init.method !== 'GET' && init.method !== 'HEAD';
    const request = new Request(url, {
      method: init.method,
      headers: init.headers,
      ...(hasBody ? { body: init.body } : {}),
    });
    const response = await handler(request);
    if (response.type === 'error') return undefined;
    return {
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value: mapHeaderValue(value) })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    };
  } catch (error) {
    console.error(`The handler of ${url} failed:`, error);
    return undefined;
  }
}

/** Electron's `protocol`: schemes are registered before the app is ready and handled after it. */
export const protocol = refuseUnknownMembers('protocol', {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    for (const { scheme } of schemes) {
      registerScheme(scheme);
      privileged.add(scheme);
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    registerScheme(scheme);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unregister protocol: ${scheme}`);
  },
  isProtocolHandled(scheme: string): boolean {
    return handlers.has(scheme);
  },
} satisfies Pick<
  ElectronProtocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>);
