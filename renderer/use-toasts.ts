import { useCallback } from 'react';
import type { SavedFile } from '../shared/contract.ts';
import { useMessages } from './messages.tsx';
import { showToast } from './ui/toast.tsx';
import { useErrorText } from './use-error-text.ts';

/** Says that a button has worked, where nothing else on the screen tells so. */
export function useShowSuccess(): (title: string) => void {
  const { t } = useMessages();
  return useCallback(
    (title) => showToast({ tone: 'good', title, closeLabel: t('jobs.tray.closeMessage') }),
    [t],
  );
}

/** Shows a failure of a button in words; the message stays until it is closed. */
export function useShowFailure(): (title: string, thrown: unknown) => void {
  const { t } = useMessages();
  const errorText = useErrorText();
  return useCallback(
    (title, thrown) => {
      const error = errorText(thrown);
      showToast({
        tone: 'bad',
        title,
        message: `${error.sentence} ${error.code}`,
        closeLabel: t('jobs.tray.closeMessage'),
      });
    },
    [t, errorText],
  );
}

/** Says under which name a file was saved; nothing when the dialog was cancelled. */
export function useShowSaved(): (file: SavedFile) => void {
  const { t } = useMessages();
  const showSuccess = useShowSuccess();
  return ({ savedTo }) => {
    if (savedTo === null) return;
    const file = savedTo.split(/[\\/]/).at(-1) ?? savedTo;
    showSuccess(t('jobs.result.saved', { file }));
  };
}
