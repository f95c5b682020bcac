import { Button } from '@mantine/core';
import { memo, useDeferredValue, useMemo } from 'react';
import type { ProfileRow } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { selection, useSelection } from '../../selection.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { useAfterPaint } from '../../ui/use-after-paint.ts';
import { useAnnounced } from '../../ui/use-announced.ts';
import { useProfileActions } from '../../use-profile-actions.ts';
import { countSelection } from './count-selection.ts';

export interface SelectionBarProps {
  /** The rows that `order` refers to. */
  readonly rows: readonly ProfileRow[];
  /** The whole list of profiles is known. */
  readonly isComplete: boolean;
  readonly order: Int32Array;
}

function Bar({ rows, isComplete, order }: SelectionBarProps) {
  const { t } = useMessages();
  const selected = useSelection();
  // How many are selected is seen at once; how many of them are hidden is counted over all rows, and follows.
  const counted = useAfterPaint(selected);
  const { hidden, gone } = useMemo(
    () => countSelection(counted, { rows, isComplete }, order),
    [counted, rows, isComplete, order],
  );
  // Buttons and menus take longer to make than to show: they are made as soon as there is time for it.
  const isMade = useDeferredValue(true, false);
  const count = selected.size;
  const isEmpty = count === 0;
  const isOne = count === 1;
  useAnnounced(isEmpty ? null : t('profiles.selection.count', { count }));
  if (isEmpty && !isMade) return null;
  return (
    <section
      className="selection-bar"
      aria-label={t('profiles.selection.label')}
      hidden={isEmpty}
      data-arriving={counted.size === 0 || undefined}
    >
      <div className="selection-bar__text">
        <strong>{t('profiles.selection.count', { count })}</strong>
        {counted.size > 0 && hidden > 0 && ` · ${t('profiles.selection.hidden', { count: hidden })}`}
        {counted.size > 0 && gone > 0 && ` · ${t('profiles.selection.gone', { count: gone })}`}
      </div>
      <SelectionActions isOne={isOne} />
    </section>
  );
}

/** What is selected, in words, and what can be done with it. It appears with the first selected profile. */
export const SelectionBar = memo(Bar);

const SelectionActions = memo(({ isOne }: { readonly isOne: boolean }) => {
  const { t } = useMessages();
  const actions = useProfileActions();
  return (
    <div className="selection-bar__actions">
      {actions
        .filter(({ isMain }) => isMain)
        .map(({ key, label, isBusy, run }, index) => (
          <Button
            key={key}
            variant={index === 0 ? 'filled' : 'default'}
            aria-disabled={isBusy}
            onClick={() => run([...selection.get()])}
          >
            {t(label)}
          </Button>
        ))}
      <ActionMenu
        label={t('profiles.selection.more')}
        actions={actions
          .filter(({ isMain, isForOne = false }) => !isMain && (!isForOne || isOne))
          .map(({ label, run }) => ({ text: t(label), onChoose: () => run([...selection.get()]) }))}
      />
      <Button variant="default" onClick={selection.clear}>
        {t('profiles.selection.clear')}
      </Button>
    </div>
  );
});
