import { describe, expect, it } from 'vitest';
import { type ProfileProxy, type ProfileRow, profileId } from '../../../shared/profile.ts';
import { checkDraft, newDraft } from './extraction-draft.ts';
import { readReviewFacts } from './review-facts.ts';

function makeProfile(id: number, proxy: Partial<ProfileProxy>, name = `Shop ${id}`): ProfileRow {
  return {
    ...{ id: profileId.parse(id), name, note: '', color: null, groupId: 1, groupName: 'EU', tags: [] },
    ...{
      proxy: { mode: null, type: null, host: null, port: null, ...proxy },
      realIp: '',
      lastOpenedAt: null,
    },
  };
}

function read(link: string, profiles: readonly ProfileRow[]) {
  const { form } = checkDraft({ ...newDraft, link });
  if (form === null) throw new Error('The form fits.');
  return readReviewFacts(form, profiles);
}

describe('readReviewFacts', () => {
  it('counts what the profiles have now, the most frequent first', () => {
    const facts = read('https://supplier.example/list', [
      makeProfile(1, { mode: 2, type: 'http' }),
      makeProfile(2, { mode: 2, type: 'direct' }),
      makeProfile(3, { mode: 2, type: 'direct' }),
    ]);
    expect(facts.present.map(({ kind, count }) => [kind, count])).toEqual([
      ['none', 2],
      ['custom', 1],
    ]);
    expect(facts.direct).toBe(2);
  });

  it('calls only the same type and host the same', () => {
    const facts = read('https://supplier.example/list', [
      makeProfile(1, { mode: 4, type: 'socks5', host: 'supplier.example' }),
      makeProfile(2, { mode: 4, type: 'http', host: 'supplier.example' }),
      makeProfile(3, { mode: 4, type: 'socks5', host: 'other.example' }),
    ]);
    expect(facts.sameHost).toBe(1);
  });

  it('points out profiles that would share a link although it holds a placeholder', () => {
    const profiles = [makeProfile(1, {}, 'A'), makeProfile(2, {}, 'A'), makeProfile(3, {}, 'B')];
    const facts = read('https://supplier.example/list?key=secret-key&s={name}', profiles);
    expect(facts.equalLinks).toBe(1);
    expect(facts.links[2]).toBe('https://supplier.example/…?key=••••&s=B');
    expect(read('https://supplier.example/list', profiles)).toMatchObject({ links: [], equalLinks: 0 });
  });
});
