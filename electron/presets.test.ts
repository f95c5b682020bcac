import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type PresetDraft, presetDraft, presetId } from '../shared/extraction/preset.ts';
import type { Result } from '../shared/result.ts';
import type { LinkVault } from './link-vault.ts';
import { openPresets } from './presets.ts';
import { createSecretStore } from './secret-store.ts';

const link = 'https://supplier.example/get?key=canary-key-1234567&num=3&id={profile_id}';

function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'presets-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Turns the text round, which is enough to tell it from clear text. */
const vault: LinkVault = {
  canStore: () => true,
  encrypt: (text) => Buffer.from([...text].reverse().join('')).toString('base64'),
  decrypt: (text) => [...Buffer.from(text, 'base64').toString()].reverse().join(''),
};
const noVault: LinkVault = { canStore: () => false, encrypt: () => null, decrypt: () => null };

function open({ folder = makeFolder(), keyStore = vault } = {}) {
  const secrets = createSecretStore();
  return { folder, secrets, presets: openPresets(folder, keyStore, secrets, () => 7) };
}

function draft(more: Partial<PresetDraft> = {}): PresetDraft {
  return presetDraft.parse({
    id: null,
    name: 'Shops',
    form: {
      ...{ proxyType: 'socks5', service: 'general', method: 'invalid', checkLine: 'global_line' },
      ...{ dataFormat: 'txt', textFormat: 'ip:port' },
    },
    link,
    ...more,
  });
}

function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

test('a preset survives a restart; its link opens again under a reference, and the window sees it masked', () => {
  const { folder, presets } = open();
  const { id } = expectOk(presets.save(draft()));
  const after = open({ folder });
  const [listed] = after.presets.list().presets;
  expect(listed).toMatchObject({ id, name: 'Shops', linkState: 'stored' });
  expect(listed?.maskedLink).toBe('https://supplier.example/…?key=••••&num=••••&id={profile_id}');
  const used = expectOk(after.presets.use(id));
  expect(JSON.stringify([listed, used])).not.toContain('canary');
  expect(used.link).toMatchObject({
    host: 'supplier.example',
    hints: { perRequest: { parameter: 'num', count: 3 } },
  });
  if (used.link === null) throw new Error('The link is missing.');
  expect(after.secrets.find(used.link.ref)).toEqual({ kind: 'link', url: link });
});

test('the file holds the link encrypted only and belongs to its owner alone', () => {
  const { folder, presets } = open();
  expectOk(presets.save(draft()));
  const file = join(folder, 'link-presets.json');
  expect(readFileSync(file, 'utf8')).not.toContain('canary');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('without a key store the link is kept for the session, and after a restart it is missing', () => {
  const { folder, presets } = open({ keyStore: noVault });
  const { id, linkState } = expectOk(presets.save(draft()));
  expect(linkState).toBe('session');
  expect(presets.list().hasKeyStore).toBe(false);
  expect(expectOk(presets.use(id)).link?.host).toBe('supplier.example');
  expect(readFileSync(join(folder, 'link-presets.json'), 'utf8')).not.toMatch(/canary|encryptedLink": "/);
  const after = open({ folder, keyStore: noVault }).presets;
  expect(after.list().presets[0]?.linkState).toBe('missing');
  expect(expectOk(after.use(id)).link).toBeNull();
});

test('a link that the key store does not open, or opens to something else, is missing and nothing is guessed', () => {
  for (const decrypt of [() => null, () => 'file:///etc/passwd']) {
    const { folder, presets } = open();
    const { id } = expectOk(presets.save(draft()));
    const used = expectOk(open({ folder, keyStore: { ...vault, decrypt } }).presets.use(id));
    expect(used).toMatchObject({ link: null, preset: { linkState: 'missing' } });
  }
});

test('a preset is saved anew with the link that is held, under its reference', () => {
  const { presets, secrets } = open();
  const { id } = expectOk(presets.save(draft()));
  const held = expectOk(presets.use(id)).link;
  if (held === null) throw new Error('The link is missing.');
  expectOk(presets.save(draft({ id, name: 'Other', link: { ref: held.ref } })));
  const again = expectOk(presets.use(id)).link;
  expect(again && secrets.find(again.ref)).toEqual({ kind: 'link', url: link });
  expect(presets.list().presets.map(({ name }) => name)).toEqual(['Other']);
});

test('a login is no link, and neither is a reference that nobody knows', () => {
  const { presets, secrets } = open();
  const ref = secrets.keep(null, { kind: 'login', user: 'a', password: 'b' });
  expect(presets.save(draft({ link: { ref } }))).toMatchObject({ error: { code: 'not_found' } });
  expect(presets.list().presets).toEqual([]);
});

test('names are unique whatever their case; an imported preset gets a free one', () => {
  const { presets } = open();
  const { id } = expectOk(presets.save(draft()));
  expect(presets.save(draft({ name: ' SHOPS ' }))).toMatchObject({
    error: { code: 'invalid_input', detail: 'name' },
  });
  const file = JSON.stringify(presets.toFile(id));
  expect(file).not.toMatch(/supplier|canary|https?:/);
  expect(expectOk(presets.readFile(file))).toMatchObject({
    ...{ name: 'Shops (2)', linkState: 'missing', maskedLink: null },
  });
  expect(expectOk(presets.readFile(`\ufeff${file}`)).name).toBe('Shops (3)');
  expect(presets.rename(id, 'shops (2)')).toMatchObject({ error: { code: 'invalid_input' } });
  expect(expectOk(presets.rename(id, 'Shops EU')).name).toBe('Shops EU');
});

test('a file that is no preset is refused with the field that does not fit', () => {
  const { presets } = open();
  const { id } = expectOk(presets.save(draft()));
  const good = presets.toFile(id);
  for (const [text, detail] of [
    ['not json', 'file'],
    ['[]', 'file'],
    [JSON.stringify({ ...good, version: 2 }), 'version'],
    [JSON.stringify({ ...good, name: '' }), 'name'],
    [JSON.stringify({ ...good, form: { ...good?.form, proxyType: 'direct' } }), 'form.proxyType'],
    [JSON.stringify({ ...good, link }), 'file'],
  ] as const) {
    expect(presets.readFile(text)).toMatchObject({ error: { code: 'invalid_input', detail } });
  }
});

test('what is gone can be neither used nor renamed nor exported', () => {
  const { presets } = open();
  const { id } = expectOk(presets.save(draft()));
  expectOk(presets.delete(id));
  expectOk(presets.delete(id));
  const error = { code: 'not_found' };
  expect(presets.use(id)).toMatchObject({ error });
  expect(presets.rename(id, 'x')).toMatchObject({ error });
  expect(presets.save(draft({ id }))).toMatchObject({ error });
  expect(presets.toFile(presetId.parse(crypto.randomUUID()))).toBeNull();
});

test('a damaged file is set aside and named; one bad preset costs that one only', () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'link-presets.json'), '{"version":1,"presets":[');
  const { presets } = open({ folder });
  expect(presets.list()).toMatchObject({ presets: [], setAside: 'link-presets.corrupt-7.json' });
  expect(readdirSync(folder)).toEqual(['link-presets.corrupt-7.json']);
  expectOk(presets.save(draft()));
  const file = join(folder, 'link-presets.json');
  const content = JSON.parse(readFileSync(file, 'utf8')) as { presets: unknown[] };
  writeFileSync(file, JSON.stringify({ ...content, presets: [{ id: 'x' }, ...content.presets] }));
  expect(open({ folder }).presets.list()).toMatchObject({ setAside: null, presets: [{ name: 'Shops' }] });
});

test('what cannot be written does not hold', () => {
  const { folder, presets } = open({ keyStore: noVault });
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where the folder was');
  expect(presets.save(draft())).toMatchObject({ error: { code: 'file_failed', retryable: true } });
  expect(presets.list().presets).toEqual([]);
});
