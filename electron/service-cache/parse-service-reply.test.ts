import { describe, expect, it } from 'vitest';
import { parseDescription, parseServiceReply } from './parse-service-reply.ts';

const reply = (status: number, body: unknown, contentEncoding?: string) => ({
  status,
  contentEncoding,
  retryAfter: undefined,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

const time = '2025-02-01T10:30:00Z';

describe('an answer of the service', () => {
  it('is read the same in camelCase and in snake_case', () => {
    const common = { status: 'success', message: 'Cache cleared', timestamp: time };
    const expected = {
      kind: 'answered',
      reply: { ...common, clearedItems: ['a', 'b'], clearedItemCount: 2, entriesCleared: 234 },
    };
    const camel = { ...common, clearedItems: ['a', 'b'], entriesCleared: 234, success: true };
    const snake = { ...common, cleared_items: ['a', 'b'], entries_cleared: 234, success: true };
    expect(parseServiceReply(reply(200, camel))).toEqual(expected);
    expect(parseServiceReply(reply(200, snake))).toEqual(expected);
  });

  it('says nothing that the service did not say', () => {
    expect(parseServiceReply(reply(200, { status: 'success', message: '' }))).toEqual({
      kind: 'answered',
      reply: {
        status: 'success',
        message: '',
        clearedItems: [],
        clearedItemCount: 0,
        entriesCleared: null,
        timestamp: null,
      },
    });
  });

  it('keeps a status of error in a 200 apart from a success', () => {
    const answer = { status: 'error', message: 'Cache could not be cleared', timestamp: time };
    expect(parseServiceReply(reply(200, answer))).toMatchObject({
      kind: 'answered',
      reply: { status: 'error', message: 'Cache could not be cleared' },
    });
  });

  it('is cut where it is endless, and says how many items there were', () => {
    const clearedItems = Array.from({ length: 5_000 }, (_, n) => `item ${n} ${'x'.repeat(500)}`);
    const outcome = parseServiceReply(
      reply(200, { status: 'success', message: 'y'.repeat(9_000), clearedItems }),
    );
    if (outcome.kind !== 'answered') throw new Error(outcome.kind);
    expect(outcome.reply.clearedItemCount).toBe(5_000);
    expect(outcome.reply.clearedItems).toHaveLength(100);
    expect(JSON.stringify(outcome).length).toBeLessThan(25_000);
  });

  it.each([
    [['body', 'serviceName'], 'serviceName'],
    [['body', 'service_name'], 'serviceName'],
    [['body', 0], null],
    [undefined, null],
  ])('turns a 422 at %j into a message for the field %s', (loc, field) => {
    const detail = [{ loc, msg: 'Input should be a valid string', type: 'string_type', input: 5 }];
    const outcome = parseServiceReply(reply(422, { detail }));
    expect(outcome).toMatchObject({
      kind: 'invalid',
      problems: [{ field, message: 'Input should be a valid string', type: 'string_type' }],
    });
  });

  it.each([
    [422, { detail: 'Unprocessable' }],
    [422, { detail: [] }],
    [404, { detail: 'Not Found' }],
    [500, { detail: 'Internal Server Error' }],
    [503, 'Status 503\n'],
    [302, ''],
  ])('calls HTTP %i with %j an error of HTTP', (status, body) => {
    expect(parseServiceReply(reply(status, body))).toMatchObject({ kind: 'http_error', status });
  });

  it.each([
    ['a page of HTML', '<!doctype html><h1>It works</h1>', undefined],
    ['cut JSON', '{"status":"succ', undefined],
    ['a list', [], undefined],
    ['an envelope of the Local API', { error: { code: 0, message: 'success' }, data: [] }, undefined],
    ['a status that is no text', { status: 1, message: 'x' }, undefined],
    ['items that are no list', { status: 'success', message: 'x', clearedItems: 'all' }, undefined],
    ['a compressed body', { status: 'success', message: 'x' }, 'gzip'],
    ['a body nested too deep', `${'['.repeat(100_000)}`, undefined],
  ])('does not understand %s', (_what, body, encoding) => {
    expect(parseServiceReply(reply(200, body, encoding))).toMatchObject({ kind: 'unreadable' });
  });
});

describe('the description of the service', () => {
  const openapi = { openapi: '3.1.0', info: { title: 'Service' } };

  it('says whether the call exists', () => {
    const paths = { '/api/system/cache/clear': {} };
    expect(parseDescription(reply(200, { ...openapi, paths }))).toEqual({ kind: 'ready', title: 'Service' });
    expect(parseDescription(reply(200, { ...openapi, paths: {} }))).toEqual({
      kind: 'no_clear_call',
      title: 'Service',
    });
  });

  it.each([
    [404, { detail: 'Not Found' }],
    [200, '<html></html>'],
    [200, { error: { code: 1001 } }],
  ])('is missing behind HTTP %i with %j', (status, body) => {
    expect(parseDescription(reply(status, body))).toEqual({ kind: 'no_description', status });
  });
});
