import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { longestProfileName, toCopyName } from '../../../shared/copy-name.ts';
import { mostCopies } from '../../../shared/operation.ts';
import type { ProfileRow } from '../../../shared/profile.ts';
import { useKnownProfiles } from '../../known-profiles.ts';
import { useMessages } from '../../messages.tsx';
import { type OperationFormProps, OperationFrame } from '../../start-job/operation-frame.tsx';
import { Notice } from '../../ui/notice.tsx';
import { GroupPicker, toGroupFields, useGroupChoice } from './group-picker.tsx';
import { findSiteFault, toSite, toSiteDraft } from './site-draft.ts';
import { SitePicker } from './site-picker.tsx';

/** Names in the preview. */
const previewSize = 4;

/** Asks how many copies, under which names and in which group. */
export function CopyForm({ preset, ...frame }: OperationFormProps) {
  const { t } = useMessages();
  const before = preset?.kind === 'copy' ? preset : null;
  const [copies, setCopies] = useState<number | string>(before?.copies ?? 1);
  const [namePattern, setNamePattern] = useState(before?.namePattern ?? t('operation.copy.defaultPattern'));
  const choice = useGroupChoice(preset, 'default');
  const [site, setSite] = useState(() => toSiteDraft(before?.site ?? null));
  const examples = useKnownProfiles(frame.profileIds, previewSize);
  const { group } = choice;

  const count = isCopyCount(copies) ? copies : null;
  const isNamed = namePattern.trim() !== '' && Array.from(namePattern.trim()).length <= longestProfileName;
  return (
    <OperationFrame
      {...frame}
      kind="copy"
      timesEach={count ?? 1}
      operation={
        group && count !== null && isNamed && findSiteFault(site) === null
          ? {
              kind: 'copy',
              copies: count,
              namePattern: namePattern.trim(),
              ...toGroupFields(group),
              site: toSite(site),
            }
          : null
      }
    >
      <Notice tone="info">{t('operation.copy.undocumented')}</Notice>
      <NumberInput
        label={t('operation.copy.copies')}
        error={count === null && t('operation.copy.copiesWrong', { most: mostCopies })}
        value={copies}
        onChange={setCopies}
        min={1}
        max={mostCopies}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        maw={160}
        data-autofocus
      />
      <div>
        <TextInput
          label={t('operation.copy.pattern')}
          description={t('operation.copy.patternHint', { placeholders: '{name} · {n} · {date}' })}
          error={!isNamed && t('operation.copy.patternWrong', { longest: longestProfileName })}
          value={namePattern}
          autoComplete="off"
          onChange={(event) => setNamePattern(event.currentTarget.value)}
        />
        {isNamed && (
          <p className="dialog-form__preview" aria-live="polite">
            {t('operation.copy.preview')}{' '}
            {previewNames(namePattern.trim(), examples, count ?? 1).map((name) => (
              <span key={name} className="dialog-form__example">
                {name}
              </span>
            ))}
          </p>
        )}
      </div>
      <GroupPicker
        label={t('operation.copy.group')}
        description={t('operation.copy.groupHint')}
        choice={choice}
      />
      <SitePicker draft={site} onChange={setSite} />
    </OperationFrame>
  );
}

function isCopyCount(value: number | string): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostCopies;
}

/** The first names, each once: equal ones get a number when the job is planned. */
function previewNames(pattern: string, profiles: readonly ProfileRow[], copies: number): readonly string[] {
  const date = toIsoDay(new Date());
  const names = new Set<string>();
  for (const { name } of profiles) {
    for (let n = 1; n <= copies && names.size < previewSize; n += 1) {
      const text = toCopyName(pattern, { name, n, date });
      if (names.has(text)) break;
      names.add(text);
    }
  }
  return [...names];
}

function toIsoDay(day: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}
