import { Button } from '@mantine/core';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { openExtractionDialog } from '../../extraction-request.ts';
import { useMessages } from '../../messages.tsx';
import { type OperationForm, openOperationDialog } from '../../operation-request.ts';
import { selection } from '../../selection.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { useAskOperation } from '../../use-ask-operation.ts';
import type { SelectionCounts } from './count-selection.ts';

/** What is needed less often; each opens its dialog. */
const moreActions: readonly (readonly [OperationForm, MessageKey])[] = [
  ['move_to_group', 'profiles.selection.moveToGroup'],
  ['set_proxy', 'profiles.selection.setProxy'],
  ['copy', 'profiles.selection.copy'],
  ['reset_open_state', 'profiles.selection.resetOpenState'],
];

/** What is selected, in words, and what can be done with it. It appears with the first selected profile. */
export function SelectionBar({ counts }: { readonly counts: SelectionCounts }) {
  const { t } = useMessages();
  const { startOrAsk, isAsking } = useAskOperation();
  if (counts.selected === 0) return null;
  const { selected, hidden, gone } = counts;
  const ask = (form: OperationForm) => openOperationDialog({ form, profileIds: [...selection.get()] });
  const startOrAskFor = (kind: 'open' | 'close') =>
    startOrAsk({ form: kind, profileIds: [...selection.get()], preset: { kind } });
  return (
    <section className="selection-bar" aria-label={t('profiles.selection.label')}>
      <div className="selection-bar__text">
        <strong>{t('profiles.selection.count', { count: selected })}</strong>
        {hidden > 0 && ` · ${t('profiles.selection.hidden', { count: hidden })}`}
        {gone > 0 && ` · ${t('profiles.selection.gone', { count: gone })}`}
      </div>
      <div className="selection-bar__actions">
        <Button onClick={() => ask('clear_cache')}>{t('profiles.selection.clearCache')}</Button>
        <Button variant="default" aria-disabled={isAsking} onClick={() => startOrAskFor('open')}>
          {t('profiles.selection.open')}
        </Button>
        <Button variant="default" aria-disabled={isAsking} onClick={() => startOrAskFor('close')}>
          {t('profiles.selection.close')}
        </Button>
        <Button variant="default" onClick={() => openExtractionDialog([...selection.get()])}>
          {t('profiles.selection.extraction')}
        </Button>
        <ActionMenu
          label={t('profiles.selection.more')}
          actions={moreActions.map(([form, text]) => ({ text: t(text), onChoose: () => ask(form) }))}
        />
        <Button variant="default" onClick={selection.clear}>
          {t('profiles.selection.clear')}
        </Button>
      </div>
    </section>
  );
}
