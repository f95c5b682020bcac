import { Button, PasswordInput, Select, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { CommandError, callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { profileListKey } from '../../known-profiles.ts';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { openProfileDetails } from '../../requests/details-request.ts';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useOnce } from './use-once.ts';

/** Codes of the API that are about the code itself: empty, wrong, one's own. */
const codeErrors: ReadonlySet<number | undefined> = new Set([110_001, 110_002, 110_003]);

/** Takes a profile over from another account. */
export function TransferImportForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const client = useQueryClient();
  const groups = useQuery({ ...commandQuery('groups.list', {}), staleTime: 0 });
  const [code, setCode] = useState('');
  const [groupId, setGroupId] = useState<string | null>(null);
  const importing = useOnce(
    () =>
      callCommand('transfers.import', {
        code: code.trim(),
        groupId: groupId === null ? null : Number(groupId),
      }),
    () => {
      setCode('');
      void client.invalidateQueries({ queryKey: profileListKey });
    },
  );
  const { error, output } = importing;
  const isCodeWrong = error instanceof CommandError && codeErrors.has(error.error.apiCode);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (code.trim() !== '') importing.run(undefined);
  };
  if (output) {
    const { profileId } = output;
    return (
      <Stack gap="md">
        <Notice tone="good">
          {profileId === null ? t('transfers.importedUnnamed') : t('transfers.imported', { id: profileId })}
        </Notice>
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={onClose}>
            {t('app.close')}
          </Button>
          {profileId !== null && (
            <Button
              onClick={() => {
                onClose();
                goTo({ page: 'profiles' });
                openProfileDetails(profileId);
              }}
            >
              {t('transfers.showProfile')}
            </Button>
          )}
        </div>
      </Stack>
    );
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <p className="dialog-form__sentence">{t('transfers.import.body')}</p>
        <PasswordInput
          label={t('transfers.code')}
          description={t('transfers.import.codeHint')}
          error={isCodeWrong ? errorText(error).body : null}
          value={code}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t('transfers.import.showCode') }}
          onChange={(event) => {
            setCode(event.currentTarget.value);
            if (error) importing.reset();
          }}
        />
        <Select
          label={t('details.group')}
          description={t('transfers.import.groupHint')}
          placeholder={t('transfers.import.defaultGroup')}
          error={groups.error ? t('operation.group.loadFailed') : null}
          clearable
          clearButtonProps={{ 'aria-label': t('transfers.import.defaultGroup') }}
          searchable
          nothingFoundMessage={t('profiles.filter.nothingFound')}
          maxDropdownHeight={200}
          comboboxProps={{
            withinPortal: false,
            floatingStrategy: 'fixed',
            transitionProps: { duration: 80 },
          }}
          data={(groups.data ?? []).map(({ id, title }) => ({ value: String(id), label: title }))}
          value={groupId}
          onChange={setGroupId}
        />
        {!isCodeWrong && error && <FailureNotice error={error} title={t('transfers.import.failed')} />}
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={onClose}>
            {t('jobs.clear.cancel')}
          </Button>
          <Button type="submit" disabled={code.trim() === ''} loading={importing.isPending}>
            {t('transfers.import.start')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
