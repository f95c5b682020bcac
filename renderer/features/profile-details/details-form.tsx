import { Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode, SubmitEvent } from 'react';
import type { MessageKey } from '../../../shared/messages/language.ts';
import {
  longestNote,
  mostTags,
  type ProfileDetails,
  type ProfileField,
  type ShownValues,
} from '../../../shared/profile-details.ts';
import { commandQuery } from '../../command-query.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { ColorField } from './color-field.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { setProfileDraft, useProfileDraft } from './draft-store.ts';
import { fieldWords } from './field-words.ts';
import { changeField, findWrongFields } from './profile-draft.ts';
import { useSaveDraft } from './use-save-draft.ts';

const wrongWords = {
  name: 'details.wrong.name',
  note: 'details.wrong.note',
  color: 'details.wrong.color',
  groupId: 'details.wrong.groupId',
  tags: 'details.wrong.tags',
} as const satisfies Record<ProfileField, MessageKey>;

/** The values that can be changed, and what saving them led to. */
export function DetailsForm({
  details,
  children,
}: {
  readonly details: ProfileDetails;
  /** What stands below, in the same part that scrolls. */
  readonly children: ReactNode;
}) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const draft = useProfileDraft();
  const saving = useSaveDraft();
  const groups = useQuery(commandQuery('groups.list', {}));
  const tagNames = useQuery({ ...commandQuery('details.tagNames', {}), staleTime: 0 });
  const values: ShownValues = { ...details.values, ...draft?.values };
  const wrong = draft === null ? [] : findWrongFields(draft);
  const change = <F extends ProfileField>(field: F, value: ShownValues[F]) => {
    saving.forget();
    setProfileDraft(changeField(draft, details, field, value));
  };
  const errorOf = (field: ProfileField): string | null => {
    if (wrong.includes(field)) return t(wrongWords[field]);
    return saving.refused?.field === field ? errorText(saving.refused.error).body : null;
  };
  const { id, groupName } = details.row;
  const known = groups.data ?? [];
  const options = known.some((group) => group.id === values.groupId)
    ? known
    : [{ id: values.groupId, title: groupName }, ...known];
  const isEdited = draft?.id === id;
  const hasOutcome = saving.notice !== null || (saving.refused !== null && saving.refused.field === null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (draft !== null && wrong.length === 0) saving.save(draft);
  };
  return (
    <form className="profile-details__body" onSubmit={submit}>
      <div className="details-form">
        <TextInput
          label={t('details.name')}
          error={errorOf('name')}
          value={values.name}
          autoComplete="off"
          onChange={(event) => change('name', event.currentTarget.value)}
        />
        <Textarea
          label={t('details.note')}
          description={t('details.noteHint', { count: Array.from(values.note).length, most: longestNote })}
          error={errorOf('note')}
          value={values.note}
          rows={3}
          onChange={(event) => change('note', event.currentTarget.value)}
        />
        <ColorField
          value={values.color}
          error={errorOf('color')}
          onChange={(color) => change('color', color)}
        />
        <Select
          label={t('details.group')}
          error={errorOf('groupId') ?? (groups.error ? t('operation.group.loadFailed') : null)}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('profiles.filter.nothingFound')}
          comboboxProps={{
            withinPortal: false,
            floatingStrategy: 'fixed',
            transitionProps: { duration: 80 },
          }}
          data={options.map(({ id: groupId, title }) => ({ value: String(groupId), label: title }))}
          value={String(values.groupId)}
          onChange={(groupId) => groupId !== null && change('groupId', Number(groupId))}
        />
        <TagsInput
          label={t('details.tags')}
          description={t('details.tagsHint')}
          error={errorOf('tags')}
          data={tagNames.data === undefined ? [] : [...new Set(tagNames.data)]}
          maxTags={mostTags}
          splitChars={[]}
          comboboxProps={{
            withinPortal: false,
            floatingStrategy: 'fixed',
            transitionProps: { duration: 80 },
          }}
          value={[...values.tags]}
          onChange={(tags) => change('tags', tags)}
        />
      </div>
      {children}
      <div className="details-form__foot" data-shown={isEdited || hasOutcome || undefined}>
        <div role="status" className="details-form__status">
          {saving.notice && (
            <Notice tone={saving.notice.tone}>
              {t(saving.notice.text, {
                fields: saving.notice.fields.map((field) => t(fieldWords[field])).join(', '),
              })}
            </Notice>
          )}
          {saving.refused && saving.refused.field === null && (
            <FailureNotice error={saving.refused.error} title={t('details.notSaved')} />
          )}
        </div>
        {isEdited && (
          <div className="details-form__buttons">
            <span className="details-form__unsaved">{t('details.unsaved')}</span>
            <Button
              variant="default"
              onClick={() => {
                saving.forget();
                setProfileDraft(null);
              }}
            >
              {t('details.discard')}
            </Button>
            <Button type="submit" disabled={wrong.length > 0} loading={saving.isSaving}>
              {t('details.save')}
            </Button>
          </div>
        )}
      </div>
      <ConflictDialog saving={saving} />
    </form>
  );
}
