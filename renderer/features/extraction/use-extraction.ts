import { useState } from 'react';
import type { JsonMapping } from '../../../shared/extraction/json-mapping.ts';
import { findPlaceholders } from '../../../shared/extraction/link-template.ts';
import type { ReplyChoices } from '../../../shared/extraction/parse-reply.ts';
import type { ReplyView, ShownQuestion } from '../../../shared/extraction/reply-view.ts';
import type { TextFormat } from '../../../shared/extraction/text-format.ts';
import type { ProfileRow } from '../../../shared/profile.ts';
import { adoptReading, checkDraft, type ExtractionDraft, newDraft } from './extraction-draft.ts';
import { toView, useLinkTest } from './use-link-test.ts';

const noChoices: ReplyChoices = { textFormat: null, mapping: null, list: null };

/** The form, the reply it was tried on, and the answers that the user gave about the reply. */
export function useExtraction(firstProfile: ProfileRow | null) {
  const [draft, setDraft] = useState<ExtractionDraft>(newDraft);
  const [choices, setChoices] = useState<ReplyChoices>(noChoices);
  const adopt = (view: ReplyView) => setDraft((before) => adoptReading(before, view));
  const test = useLinkTest(adopt);
  const { form, faults } = checkDraft(draft);
  const view = toView(test.reply);

  const answer = (next: ReplyChoices, onView?: (view: ReplyView) => void) => {
    setChoices(next);
    void test.readAgain(next).then((read) => read && onView?.(read));
  };
  const change = (part: Partial<ExtractionDraft>) => setDraft((before) => ({ ...before, ...part }));

  const setLink = (link: string) => {
    change({ link });
    setChoices(noChoices);
    if (test.reply?.source === 'link') test.clear();
  };
  const setTextFormat = (textFormat: TextFormat) => {
    change({ dataFormat: 'txt', textFormat });
    answer({ ...choices, textFormat });
  };
  const setMapping = (part: keyof JsonMapping, key: string) => {
    const mapping = { ...draft.mapping, [part]: key };
    change({ dataFormat: 'json', mapping });
    const isUsable = checkDraft({ ...newDraft, link: 'https://a.example', dataFormat: 'json', mapping }).form;
    if (isUsable) answer({ ...choices, mapping });
  };
  const pick = (about: ShownQuestion['about'], value: string) => {
    switch (about) {
      case 'text_format':
        return setTextFormat(value as TextFormat);
      case 'json_list':
        return answer({ ...noChoices, list: value }, adopt);
      case 'json_ip':
        return setMapping('ip', value);
      case 'json_port':
        return setMapping('port', value);
    }
  };
  const startTest = () => {
    if (faults.link) return;
    setChoices(noChoices);
    test.start({ link: draft.link, profile: toTestProfile(draft.link, firstProfile), choices: noChoices });
  };
  const readSample = (text: string) => {
    setChoices(noChoices);
    const read = test.readSample(text, noChoices);
    if (read) adopt(read);
  };

  return {
    ...{ draft, form, faults, test, view },
    ...{ change, setLink, setTextFormat, setMapping, pick, startTest, readSample },
  };
}

export type Extraction = ReturnType<typeof useExtraction>;

/** A question that the draft does not answer yet. */
export function findOpenQuestion({ view, draft }: Pick<Extraction, 'view' | 'draft'>): ShownQuestion | null {
  const question = view?.question ?? null;
  if (question?.about === 'json_ip' && draft.mapping.ip !== '') return null;
  if (question?.about === 'json_port' && draft.mapping.port !== '') return null;
  return question;
}

function toTestProfile(link: string, profile: ProfileRow | null) {
  if (profile === null || findPlaceholders(link).length === 0) return null;
  return { profileId: profile.id, name: profile.name, group: profile.groupName };
}
