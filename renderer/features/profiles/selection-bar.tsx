import { Button } from '@mantine/core';
import type { ProfileId } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { selection } from '../../selection.ts';
import type { SelectionCounts } from './count-selection.ts';

export interface SelectionBarProps {
  readonly counts: SelectionCounts;
  readonly onClearCache: (ids: readonly ProfileId[]) => void;
}

/** What is selected, in words, and what can be done with it. It appears with the first selected profile. */
export function SelectionBar({ counts, onClearCache }: SelectionBarProps) {
  const { t } = useMessages();
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
        <Button onClick={() => onClearCache([...selection.get()])}>
          {t('profiles.selection.clearCache')}
        </Button>
        <Button variant="default" onClick={selection.clear}>
          {t('profiles.selection.clear')}
        </Button>
      </div>
    </section>
  );
}
