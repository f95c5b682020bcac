import type { DemoSwitches } from '../../../shared/demo-switches.ts';

/** Reply of the service cache: a status of HTTP and a body without an envelope. */
export interface ServiceAnswer {
  readonly httpStatus: number;
  readonly body: unknown;
}

/** `system-cache-clear`: documented to do nothing since its cache module was removed. */
export function clearSystemCache(body: unknown, switches: DemoSwitches, now: number): ServiceAnswer {
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) {
    return refuseInput(
      ['body'],
      'Input should be a valid dictionary or object',
      'model_attributes_type',
      body,
    );
  }
  const fields = (body ?? {}) as Record<string, unknown>;
  const name = fields.serviceName ?? (switches.serviceAcceptsSnakeCase ? fields.service_name : undefined);
  if (name !== undefined && name !== null && typeof name !== 'string') {
    return refuseInput(['body', 'serviceName'], 'Input should be a valid string', 'string_type', name);
  }
  if (typeof name === 'string' && switches.serviceNames?.includes(name) === false) {
    const expected = switches.serviceNames.map((known) => `'${known}'`).join(', ');
    return refuseInput(['body', 'serviceName'], `Input should be one of ${expected}`, 'literal_error', name);
  }
  const isError = switches.serviceStatus === 'error';
  const status = switches.serviceStatus;
  const message = isError ? 'Cache could not be cleared' : 'Cache cleared';
  const timestamp = new Date(now).toISOString();
  const whose = typeof name === 'string' ? name : 'all';
  // The sample on the page of the service names two items and 234 entries.
  const isListed = switches.serviceClears === 'items' && !isError;
  const items = isListed ? [`${whose}:pages`, `${whose}:images`] : [];
  const entries = isListed ? 234 : 0;
  const isSnake = switches.serviceReplyCase === 'snake';
  const counts = isSnake
    ? { cleared_items: items, success: !isError, entries_cleared: entries }
    : { clearedItems: items, success: !isError, entriesCleared: entries };
  const said = switches.serviceClears === 'unsaid' ? {} : counts;
  return { httpStatus: 200, body: { status, message, timestamp, ...said } };
}

/** What the service says of itself at `/openapi.json`. */
export function describeService({ serviceDescription }: DemoSwitches): ServiceAnswer {
  if (serviceDescription === 'missing') return { httpStatus: 404, body: { detail: 'Not Found' } };
  const clear = { post: { summary: 'Clear System Cache', operationId: 'clear_system_cache' } };
  const paths = {
    '/api/system/status': { get: { summary: 'System Status' } },
    ...(serviceDescription === 'complete' ? { '/api/system/cache/clear': clear } : {}),
  };
  return {
    httpStatus: 200,
    body: { openapi: '3.1.0', info: { title: 'Demo service', version: '1.0.0' }, paths },
  };
}

/** The 422 of the service: which part of the request it cannot read. */
export function refuseInput(
  location: readonly (string | number)[],
  message: string,
  type: string,
  input: unknown,
): ServiceAnswer {
  return { httpStatus: 422, body: { detail: [{ loc: location, msg: message, type, input: input ?? null }] } };
}
