import type { Translate } from '../../../shared/messages/translate.ts';
import type { ProfileRow } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { readOpenKind } from '../../profile-list/live-state-store.ts';
import { useShowFailure, useShowSuccess } from '../../use-toasts.ts';
import { openKindWords } from './profile-filters.tsx';
import { toCellText, writeCsv, writeTabbed } from './rows-as-text.ts';
import { useGridColumns } from './use-grid-columns.ts';

/** Copies texts and rows with the columns that are shown, and says so. */
export function useCopyRows() {
  const { t } = useMessages();
  const showSuccess = useShowSuccess();
  const showFailure = useShowFailure();
  const { shown } = useGridColumns();
  const write = (text: string, done: string) => {
    navigator.clipboard.writeText(text).then(
      () => showSuccess(done),
      (error: unknown) => showFailure(t('profiles.copy.failed'), error),
    );
  };
  return {
    copyText: (text: string) => write(text, t('profiles.copy.text', { text })),
    copyRows: (rows: readonly ProfileRow[], format: 'text' | 'csv') => {
      const toText = (row: ProfileRow, key: string) =>
        key === 'state' ? describeState(t, row) : toCellText(row, key);
      const content = format === 'csv' ? writeCsv(rows, shown, toText) : writeTabbed(rows, shown, toText);
      write(content, t('profiles.copy.rows', { count: rows.length }));
    },
  };
}

/** Whether the profile is open, which is what is left of its state once it is copied. */
function describeState(t: Translate, { id }: ProfileRow): string {
  return t(openKindWords[readOpenKind(id)]);
}
