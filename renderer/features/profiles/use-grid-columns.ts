import { useMemo } from 'react';
import type { ColumnState } from '../../../shared/profile-view.ts';
import { useMessages } from '../../messages.tsx';
import { changeGridSetup, useGridSetup } from '../../profile-list/profile-view-store.ts';
import { useFormats } from '../../use-formats.ts';
import { completeStates, toShownColumns } from './column-states.ts';
import { createProfileColumns } from './profile-columns.tsx';

/** All columns, those to show, and the state of each; `change` remembers a new state. */
export function useGridColumns() {
  const { t } = useMessages();
  const { columns: remembered } = useGridSetup();
  const formats = useFormats();
  const declared = useMemo(() => createProfileColumns(t, formats), [t, formats]);
  const shown = useMemo(() => toShownColumns(declared, remembered), [declared, remembered]);
  const states = useMemo(() => completeStates(declared, remembered), [declared, remembered]);
  const change = (next: readonly ColumnState[]) => {
    const known = new Set(declared.map(({ key }) => key));
    // Columns of a newer version keep their state.
    changeGridSetup({ columns: [...next, ...remembered.filter(({ key }) => !known.has(key))] });
  };
  return { declared, shown, states, change };
}
