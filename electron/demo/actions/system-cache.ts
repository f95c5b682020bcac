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
  const isError = switches.serviceStatus === 'error';
  const status = switches.serviceStatus;
  const message = isError ? 'Cache could not be cleared' : 'Cache cleared';
  const timestamp = new Date(now).toISOString();
  if (switches.serviceReplyCase === 'snake') {
    const counts = { cleared_items: [], success: !isError, entries_cleared: 0 };
    return { httpStatus: 200, body: { status, message, timestamp, ...counts } };
  }
  const counts = { clearedItems: [], success: !isError, entriesCleared: 0 };
  return { httpStatus: 200, body: { status, message, timestamp, ...counts } };
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
