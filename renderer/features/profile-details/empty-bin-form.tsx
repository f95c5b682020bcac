import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { callCommand } from '../../api.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useOnce } from './use-once.ts';

/**
 * The strongest confirmation there is for it: the API names neither the profiles in the bin nor their number, so a
 * word is typed in place of a number.
 */
export function EmptyBinForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const word = t('recycleBin.word');
  const [typed, setTyped] = useState('');
  const emptying = useOnce(
    () => callCommand('recycleBin.empty', { isConfirmed: true }),
    () => setTyped(''),
  );
  if (emptying.output) {
    return (
      <Stack gap="md">
        <Notice tone="good">{t('recycleBin.emptied', { count: emptying.output.removed })}</Notice>
        <div className="dialog-form__buttons">
          <Button onClick={onClose}>{t('app.close')}</Button>
        </div>
      </Stack>
    );
  }
  const isRight = typed.trim().toLowerCase() === word.toLowerCase();
  // Once it may have acted, it is not offered again: it would take what was deleted since.
  const isOver = emptying.error !== null && errorText(emptying.error).isUnknown;
  return (
    <Stack gap="md">
      <Notice tone="bad">{t('recycleBin.consequence')}</Notice>
      <p className="dialog-form__sentence">{t('recycleBin.unlisted')}</p>
      {emptying.error && <FailureNotice error={emptying.error} title={t('recycleBin.failed')} />}
      {isOver && <p className="dialog-form__sentence">{t('recycleBin.unknown')}</p>}
      <TextInput
        label={t('recycleBin.type', { word })}
        value={typed}
        autoComplete="off"
        maw={320}
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={onClose}>
          {t('jobs.clear.cancel')}
        </Button>
        <Button
          color="red"
          disabled={!isRight || isOver}
          loading={emptying.isPending}
          onClick={() => emptying.run(undefined)}
        >
          {t('recycleBin.start')}
        </Button>
      </div>
    </Stack>
  );
}
