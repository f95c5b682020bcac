import { Button } from '@mantine/core';
import { useMessages } from '../../messages.tsx';
import { selection } from '../../selection.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { useProfileActions } from '../../use-profile-actions.ts';
import type { SelectionCounts } from './count-selection.ts';

/** What is selected, in words, and what can be done with it. It appears with the first selected profile. */
export function SelectionBar({ counts }: { readonly counts: SelectionCounts }) {
  const { t } = useMessages();
  const actions = useProfileActions();
  if (counts.selected === 0) return null;
  const { selected, hidden, gone } = counts;
  return (
    <section className="selection-bar" aria-label={t('profiles.selection.label')}>
      <div className="selection-bar__text">
        <strong>{t('profiles.selection.count', { count: selected })}</strong>
        {hidden > 0 && ` · ${t('profiles.selection.hidden', { count: hidden })}`}
        {gone > 0 && ` · ${t('profiles.selection.gone', { count: gone })}`}
      </div>
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
            .filter(({ isMain, isForOne = false }) => !isMain && (!isForOne || selected === 1))
            .map(({ label, run }) => ({ text: t(label), onChoose: () => run([...selection.get()]) }))}
        />
        <Button variant="default" onClick={selection.clear}>
          {t('profiles.selection.clear')}
        </Button>
      </div>
    </section>
  );
}
