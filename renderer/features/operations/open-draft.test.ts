import { describe, expect, it } from 'vitest';
import { startableOperation } from '../../../shared/operation.ts';
import { secretRef } from '../../../shared/proxy-target.ts';
import {
  areCookiesRight,
  findWrongSwitch,
  type OpenDraft,
  toOpenDraft,
  toOpenOptions,
} from './open-draft.ts';

const ref = secretRef.parse('0f0e7a52-6d0c-4a57-9d34-5f8f5f1f1f1f');
const makeDraft = (more: Partial<OpenDraft> = {}): OpenDraft => ({ ...toOpenDraft(undefined), ...more });

describe('the options of an opening', () => {
  it('are none when everything is left to ixBrowser', () => {
    expect(toOpenOptions(makeDraft({ switches: ' \n\n' }), ref)).toBeUndefined();
  });

  it('hold what was chosen and a reference to the cookies', () => {
    const cookies = '[{"name":"sid","value":"pa55"}]';
    const draft = makeDraft({ switches: ' --mute-audio\n\n--lang=de ', infoPage: 'off', cookies });
    const options = toOpenOptions(draft, ref);
    expect(options).toEqual({
      fingerprint: 'own',
      switches: ['--mute-audio', '--lang=de'],
      loadInfoPage: false,
      loadExtensions: null,
      backUpCookies: null,
      cookies: ref,
    });
    expect(startableOperation.safeParse({ kind: 'open', options }).success).toBe(true);
  });

  it('leave out what a random fingerprint does not take', () => {
    const draft = makeDraft({ fingerprint: 'random', extensions: 'on', cookieBackup: 'off' });
    const options = toOpenOptions(draft, null);
    expect(options).toMatchObject({ fingerprint: 'random', loadExtensions: null, backUpCookies: null });
    expect(startableOperation.safeParse({ kind: 'open', options }).success).toBe(true);
    const wrong = { ...options, loadExtensions: true };
    expect(startableOperation.safeParse({ kind: 'open', options: wrong }).success).toBe(false);
  });

  it('come back from a job without the cookies', () => {
    const draft = makeDraft({ switches: '--a\n--b', infoPage: 'on', extensions: 'off', cookies: '[]' });
    const options = toOpenOptions(draft, ref) ?? undefined;
    expect(toOpenDraft({ kind: 'open', options })).toEqual({ ...draft, cookies: '' });
  });

  it.each([
    ['--mute-audio', null],
    ['mute-audio', 1],
    ['--mute-audio\n\nhttps://shop.example', 2],
    ['--', 1],
    [Array.from({ length: 51 }, (_, n) => `--s${n}`).join('\n'), 51],
  ])('are wrong from the first line that is not a switch', (switches, line) => {
    expect(findWrongSwitch(makeDraft({ switches }))).toBe(line);
  });

  it.each([
    ['', true],
    ['[]', true],
    ['{}', false],
    ['[', false],
    ['name=value', false],
  ])('take the cookies %j: %j', (cookies, isRight) => {
    expect(areCookiesRight(makeDraft({ cookies }))).toBe(isRight);
  });
});
