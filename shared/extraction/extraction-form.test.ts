import { describe, expect, it } from 'vitest';
import { enumValues } from '../local-api/enum-catalogue.ts';
import { requestSchema } from '../local-api/schemas.ts';
import {
  type ExtractionForm,
  extractionDefaults,
  extractionForm,
  type FormFault,
  toRequestBody,
} from './extraction-form.ts';
import { textFormats } from './text-format.ts';

const common = {
  link: 'https://supplier.example/get?key=1&session={profile_id}',
  proxyType: 'socks5',
  service: 'general',
  method: 'invalid',
  checkLine: 'global_line',
} as const;
const textForm: ExtractionForm = { ...common, dataFormat: 'txt', textFormat: 'ip:port' };
const mapping = { ip: 'ip', port: 'port', username: '', password: '' };
const jsonForm: ExtractionForm = { ...common, dataFormat: 'json', mapping };
const schema = requestSchema('profile-update-proxy-for-api-extraction');

function findFaults(input: unknown): (readonly [string, string])[] {
  const parsed = extractionForm.safeParse(input);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message] as const);
}

describe('the form', () => {
  it('starts with the documented defaults', () => {
    expect(extractionDefaults).toEqual({
      link: '',
      proxyType: 'socks5',
      service: 'general',
      dataFormat: 'txt',
      textFormat: 'ip:port',
      mapping: { ip: 'ip', port: 'port', username: 'username', password: 'password' },
      method: 'invalid',
      checkLine: 'global_line',
    });
  });

  it.each([
    ['proxy_data_txt_format', textFormats],
    ['proxy_service', ['general']],
    ['proxy_data_format_type', ['txt', 'json']],
    ['proxy_extraction_method', ['invalid', 'every_type']],
    ['proxy_check_line', ['global_line', 'cn_line']],
    ['proxy_type', ['direct', 'http', 'https', 'socks5', 'ssh']],
  ])('offers every documented value of %s', (name, values) => {
    expect(enumValues(name).map(({ value }) => value)).toEqual(values);
  });

  it('takes every documented value', () => {
    for (const proxyType of ['http', 'https', 'socks5', 'ssh'])
      expect(findFaults({ ...textForm, proxyType })).toEqual([]);
    for (const textFormat of textFormats) expect(findFaults({ ...textForm, textFormat })).toEqual([]);
    for (const method of ['invalid', 'every_type']) expect(findFaults({ ...textForm, method })).toEqual([]);
    for (const checkLine of ['global_line', 'cn_line'])
      expect(findFaults({ ...textForm, checkLine })).toEqual([]);
    expect(findFaults(jsonForm)).toEqual([]);
  });

  it.each<[string, object, string, FormFault]>([
    ['no link', { link: ' ' }, 'link', 'empty'],
    ['a link with a login', { link: 'https://a:b@supplier.example/' }, 'link', 'login'],
    ['a link to a file', { link: 'file:///etc/passwd' }, 'link', 'scheme'],
    [
      'an unknown placeholder',
      { link: 'https://supplier.example/?a={profileId}' },
      'link',
      'placeholder_name',
    ],
    ['a placeholder in the host', { link: 'https://{name}.example/' }, 'link', 'placeholder_place'],
    ['no key for the IP', { mapping: { ...mapping, ip: ' ' } }, 'mapping.ip', 'mapping_missing'],
    ['no key for the port', { mapping: { ...mapping, port: '' } }, 'mapping.port', 'mapping_missing'],
    [
      'one key for two parts',
      { mapping: { ...mapping, password: 'ip' } },
      'mapping.password',
      'mapping_repeated',
    ],
    [
      'a key of 101 characters',
      { mapping: { ...mapping, ip: 'a'.repeat(101) } },
      'mapping.ip',
      'mapping_key',
    ],
    ['a key with a line break', { mapping: { ...mapping, ip: 'a\nb' } }, 'mapping.ip', 'mapping_key'],
  ])('explains %s', (_what, change, path, fault) => {
    expect(findFaults({ ...jsonForm, ...change })).toEqual([[path, fault]]);
  });

  it.each([
    ['direct, for which nothing could be fetched', { ...textForm, proxyType: 'direct' }],
    ['a format that is not documented', { ...textForm, textFormat: 'port:ip' }],
    ['the half that does not apply', { ...textForm, mapping }],
    ['a field of its own', { ...textForm, profile_id: 1 }],
    ['the documented values in other words', { ...textForm, method: 'every_time' }],
  ])('refuses %s', (_what, form) => {
    expect(findFaults(form)).not.toEqual([]);
  });
});

describe('the request body', () => {
  it('is the documented one for text, field by field', () => {
    const body = toRequestBody(
      { ...textForm, textFormat: 'username:password@ip:port', method: 'every_type', checkLine: 'cn_line' },
      501,
    );
    expect(body).toEqual({
      profile_id: 501,
      proxy_info: {
        proxy_mode: 4,
        proxy_check_line: 'cn_line',
        proxy_type: 'socks5',
        proxy_service: 'general',
        proxy_data_format_type: 'txt',
        proxy_data_txt_format: 'username:password@ip:port',
        proxy_extraction_method: 'every_type',
        proxy_url: common.link,
      },
    });
    expect(schema.safeParse(body).success).toBe(true);
  });

  it('is the documented one for JSON, field by field', () => {
    const form = { ...jsonForm, mapping: { ip: 'host', port: 'p', username: 'u', password: 'pw' } };
    const body = toRequestBody(form, 501, 'https://supplier.example/get?key=1&session=501');
    expect(body).toEqual({
      profile_id: 501,
      proxy_info: {
        proxy_mode: 4,
        proxy_check_line: 'global_line',
        proxy_type: 'socks5',
        proxy_service: 'general',
        proxy_data_format_type: 'json',
        proxy_data_json_format: { ip: 'host', port: 'p', username: 'u', password: 'pw' },
        proxy_extraction_method: 'invalid',
        proxy_url: 'https://supplier.example/get?key=1&session=501',
      },
    });
    expect(schema.safeParse(body).success).toBe(true);
  });

  it('leaves out empty login keys', () => {
    const body = toRequestBody(jsonForm, 501);
    expect(body.proxy_info.proxy_data_json_format).toEqual({ ip: 'ip', port: 'port' });
    expect(schema.safeParse(body).success).toBe(true);
  });
});
