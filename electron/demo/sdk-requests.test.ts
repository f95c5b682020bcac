import { request } from 'node:http';
import { expect, test } from 'vitest';
import { startTestDemo } from './demo-fixture.ts';
import type { DemoApi } from './server.ts';

/**
 * The vendor's Python SDK posts with `requests.post(url, json=…, timeout=20)`, wants HTTP 200, an object with
 * `error.code` as a whole number, and takes `data` or, where it is missing, success as such.
 */
function post(api: DemoApi, action: string, body: object): Promise<unknown> {
  // The encoding of Python's json module: blanks after separators and escapes for everything outside ASCII.
  const text = JSON.stringify(body)
    .replaceAll('":', '": ')
    .replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${api.baseUrl}/api/v2/${action}`,
      {
        method: 'POST',
        headers: {
          'User-Agent': 'python-requests/2.32.3',
          'Accept-Encoding': 'gzip, deflate',
          Accept: '*/*',
          Connection: 'keep-alive',
          'Content-Length': Buffer.byteLength(text),
          'Content-Type': 'application/json',
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          expect(response.statusCode).toBe(200);
          expect(response.headers['content-encoding']).toBeUndefined();
          const reply = JSON.parse(Buffer.concat(chunks).toString('utf8'));
          expect(Number.isInteger(reply.error.code)).toBe(true);
          expect(typeof reply.error.message).toBe('string');
          expect(`${action} ${reply.error.code}`).toBe(`${action} 0`);
          resolve('data' in reply ? reply.data : true);
        });
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}

interface Page {
  readonly total: number;
  readonly data: readonly Record<string, unknown>[];
}

test('lists profiles, groups and tags as the SDK asks for them', async () => {
  const api = await startTestDemo();
  const page = (await post(api, 'profile-list', { page: 1, limit: 10 })) as Page;
  expect(page.total).toBe(40);
  expect(page.data).toHaveLength(10);
  const filtered = (await post(api, 'profile-list', {
    page: 1,
    limit: 100,
    group_id: 2,
    tag_id: 1,
    name: 'Магазин',
  })) as Page;
  expect(filtered.data.every((row) => row.group_id === 2)).toBe(true);
  const one = (await post(api, 'profile-list', { profile_id: 5 })) as Page;
  expect(one.data.map((row) => row.profile_id)).toEqual([5]);
  expect(((await post(api, 'group-list', { page: 1, limit: 100 })) as Page).total).toBe(8);
  expect(((await post(api, 'tag-list', { page: 1, limit: 100 })) as Page).total).toBe(8);
  expect(((await post(api, 'traffic-package-list', { page: 1, limit: 100 })) as Page).total).toBe(2);
  expect(((await post(api, 'profile-list', { page: 9, limit: 100 })) as Page).data).toEqual([]);
});

test('creates, renames and deletes groups and tags', async () => {
  const api = await startTestDemo();
  const group = await post(api, 'group-create', { title: 'SDK', sort: 0 });
  await post(api, 'group-update', { id: group, title: 'SDK 2' });
  await post(api, 'group-delete', { id: group });
  const tag = await post(api, 'tag-create', { title: 'SDK' });
  await post(api, 'tag-update', { id: tag, title: 'SDK 2', sort: 4 });
  await post(api, 'tag-delete', { id: tag });
});

test('creates a profile from the objects the SDK builds, with numbers and booleans for switches', async () => {
  const api = await startTestDemo();
  const id = await post(api, 'profile-create', {
    site_url: 'https://www.example.com',
    color: '#1E90FF',
    name: 'Temp 2026-01-31 09:30:00',
    tag: ['test', 'test1'],
    proxy_config: {
      proxy_mode: 2,
      proxy_type: 'socks5',
      proxy_ip: '127.0.0.1',
      proxy_port: '10808',
      proxy_check_line: 'global_line',
      enable_bypass: true,
      bypass_list: '*.example.org\nexample.com',
    },
    fingerprint_config: {
      device_name_source: 2,
      device_name: 'rand_1',
      language_type: 2,
      language: 'cn',
      client_rects: 0,
    },
    preference_config: {
      cookies_backup: 1,
      indexed_db_backup: 1,
      local_storage_backup: 0,
      extension_data_backup: 0,
      open_url: 'https://www.example.com',
      block_image: 1,
      block_audio: 1,
      load_profile_info_page: 0,
      block_notification_pages: 1,
      auto_upload_bookmarks: 0,
    },
  });
  expect(id).toBe(41);
  const listed = (await post(api, 'profile-list', { profile_id: id })) as Page;
  expect(listed.data[0]).toMatchObject({
    name: 'Temp 2026-01-31 09:30:00',
    tag_name: 'test test1',
    proxy_mode: 2,
    proxy_ip: '127.0.0.1',
    proxy_port: '10808',
  });
});

test('creates profiles with the other three proxy modes', async () => {
  const api = await startTestDemo();
  await post(api, 'profile-create', {
    name: 'package',
    proxy_config: {
      proxy_mode: 1,
      proxy_id: 6,
      country: 'us',
      gateway: 'Default',
      traffic_package_ip_policy: true,
      ip_detection: 1,
    },
  });
  await post(api, 'profile-create', { name: 'purchased', proxy_config: { proxy_mode: 3, proxy_id: 7050 } });
  const link = {
    proxy_mode: 4,
    proxy_type: 'socks5',
    proxy_check_line: 'global_line',
    proxy_service: 'general',
    proxy_extraction_method: 'invalid',
    proxy_url: 'https://127.0.0.1/extract_url',
  };
  await post(api, 'profile-create', {
    name: 'text link',
    proxy_config: { ...link, proxy_data_format_type: 'txt', proxy_data_txt_format: 'ip:port' },
  });
  await post(api, 'profile-create', {
    name: 'JSON link',
    proxy_config: {
      ...link,
      proxy_data_format_type: 'json',
      proxy_data_json_format: { ip: 'ip', port: 'port', username: null, password: null },
    },
  });
  expect(((await post(api, 'profile-list', { page: 1, limit: 10 })) as Page).total).toBe(44);
});

test('copies and updates a profile', async () => {
  const api = await startTestDemo();
  const copy = await post(api, 'profile-copy', { profile_id: 1, name: 'Copy', group_id: 1, site_id: 22 });
  expect(
    await post(api, 'profile-update', { profile_id: copy, name: 'Renamed', note: '备注', group_id: 2 }),
  ).toBe('success');
  await post(api, 'profile-update-groups-in-batches', { group_id: 3, profile_id: [copy] });
  await post(api, 'profile-random-fingerprint-configuration', { profile_id: copy });
  const listed = (await post(api, 'profile-list', { profile_id: copy })) as Page;
  expect(listed.data[0]).toMatchObject({ name: 'Renamed', note: '备注', group_id: 3 });
});

test('opens and closes profiles, one by one and in batches', async () => {
  const api = await startTestDemo();
  const opening = {
    load_extensions: true,
    load_profile_info_page: false,
    cookies_backup: true,
    args: ['--disable-extension-welcome-page'],
  };
  expect(await post(api, 'profile-open', { profile_id: 1, ...opening })).toMatchObject({ profile_id: 1 });
  const { cookies_backup: _left, ...random } = opening;
  await post(api, 'profile-open-with-random-fingerprint', {
    profile_id: 2,
    ...random,
    proxy_config: { proxy_mode: 2, proxy_type: 'direct', proxy_check_line: 'global_line' },
    fingerprint_config: { ua_type: 1, hardware_concurrency: 4, webrtc: 3 },
    preference_config: { block_image: 1 },
  });
  expect(await post(api, 'profile-opened-list', {})).toHaveLength(2);
  expect(await post(api, 'native-client-profile-opened-list', {})).toHaveLength(2);
  expect(await post(api, 'profile-opened-list-arrange-tile', {})).toBeNull();
  expect(await post(api, 'profile-close', { profile_id: 1 })).toBe(true);
  expect(await post(api, 'profile-close-in-batches', { profile_id: [2, 3] })).toEqual(['2']);
});

test('clears caches and reads and writes cookies', async () => {
  const api = await startTestDemo();
  expect(await post(api, 'profile-clear-cache', { profile_id: [1, 2] })).toEqual([1, 2]);
  expect(await post(api, 'profile-clear-cache-and-cookies', { profile_id: [1] })).toEqual([1]);
  expect(await post(api, 'profile-clear-cache-keep-extensions', { profile_id: [1] })).toEqual([1]);
  expect(await post(api, 'profile-clear-cloud-data', { profile_id: [1], type: ['indexed_db'] })).toEqual([1]);
  const cookie = JSON.stringify([{ name: 'sid', value: 'ü', domain: '.example.com' }]);
  await post(api, 'profile-update-cookies', { profile_id: 1, cookie });
  expect(JSON.parse((await post(api, 'profile-get-cookies', { profile_id: 1 })) as string)).toHaveLength(1);
  await post(api, 'profile-update-cookies', { profile_id: 1, cookie: '' });
  expect(await post(api, 'profile-get-cookies', { profile_id: 1 })).toBe('[]');
});

test('makes, lists, imports and cancels transfer codes', async () => {
  const api = await startTestDemo();
  const made = await post(api, 'profile-transfer-code-create', {
    profile_id: 1,
    password: 'demo-password',
    transfer_note: 1,
    transfer_proxy: 1,
    transfer_proxy_mode: 1,
  });
  expect(made).toEqual({ transfer_code: expect.stringMatching(/^\d{8}-\d{8}$/) });
  const records = (await post(api, 'profile-transfer-record-list', { page: 1, limit: 10, type: 1 })) as Page;
  expect(records.data[0]).toMatchObject({ transfer_code: (made as { transfer_code: string }).transfer_code });
  await post(api, 'profile-transfer-cancel', { profile_id: 1 });
  const { foreignTransferCodes } = await api.control('state.get', {});
  const imported = await post(api, 'profile-transfer-code-import', {
    transfer_code: foreignTransferCodes[0],
  });
  expect(imported).toEqual({ profile_id: 41 });
  await post(api, 'profile-delete', { profile_id: 41 });
  expect(await post(api, 'empty-recycle-bin', {})).toBe(1);
});
