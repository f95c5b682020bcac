import { useState } from 'react';
import type { JsonMapping } from '../../../shared/extraction/json-mapping.ts';
import { findPlaceholders } from '../../../shared/extraction/link-template.ts';
import type { ReplyChoices } from '../../../shared/extraction/parse-reply.ts';
import type { OpenedPreset, PresetId } from '../../../shared/extraction/preset.ts';
import type { ReplyView, ShownQuestion } from '../../../shared/extraction/reply-view.ts';
import type { TextFormat } from '../../../shared/extraction/text-format.ts';
import type { StartableOperation } from '../../../shared/operation.ts';
import type { ProfileRow } from '../../../shared/profile.ts';
import {
  adoptReading,
  checkDraft,
  type ExtractionDraft,
  getLinkHints,
  getReadableLink,
  newDraft,
  toExtractionDraft,
  toLinkSource,
  toPresetDraft,
} from './extraction-draft.ts';
import { toView, useLinkTest } from './use-link-test.ts';

const noChoices: ReplyChoices = { textFormat: null, mapping: null, list: null };

/** The form, the reply it was tried on, and the answers that the user gave about the reply. */
export function useExtraction(firstProfile: ProfileRow | null, preset: StartableOperation | undefined) {
  const [draft, setDraft] = useState<ExtractionDraft>(() => toExtractionDraft(preset));
  const [choices, setChoices] = useState<ReplyChoices>(noChoices);
  const [presetId, setPresetId] = useState<PresetId | null>(null);
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
    change({ link, heldLink: null });
    setChoices(noChoices);
    if (test.reply?.source === 'link') test.clear();
  };
  const applyPreset = (opened: OpenedPreset) => {
    const next = toPresetDraft(opened);
    setDraft(next);
    setPresetId(opened.preset.id);
    // What was saved is an answer: the test shows whether the reply still fits it.
    setChoices(toChoices(next));
    test.clear();
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
    const kept = draft.heldLink === null ? noChoices : toChoices(draft);
    setChoices(kept);
    const profile = toTestProfile(getReadableLink(draft), firstProfile);
    test.start({ link: toLinkSource(draft), profile, choices: kept });
  };
  const readSample = (text: string) => {
    setChoices(noChoices);
    const read = test.readSample(text, noChoices);
    if (read) adopt(read);
  };

  return {
    ...{ draft, form, faults, test, view },
    ...{ hints: getLinkHints(draft), presetId, setPresetId, applyPreset },
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

function toChoices({ dataFormat, textFormat, mapping }: ExtractionDraft): ReplyChoices {
  return dataFormat === 'txt' ? { ...noChoices, textFormat } : { ...noChoices, mapping };
}

function toTestProfile(link: string, profile: ProfileRow | null) {
  if (profile === null || findPlaceholders(link).length === 0) return null;
  return { profileId: profile.id, name: profile.name, group: profile.groupName };
}
