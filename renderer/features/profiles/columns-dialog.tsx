import { ActionIcon, Button, Checkbox, Modal, NumberInput, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type ColumnState, columnWidths } from '../../../shared/profile-view.ts';
import { useMessages } from '../../messages.tsx';
import { changeGridSetup } from '../../profile-list/profile-view-store.ts';
import { changeColumn, moveColumn } from './column-states.ts';
import { useGridColumns } from './use-grid-columns.ts';
import '../../ui/dialog-form.css';
import './columns-dialog.css';

export interface ColumnsDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Which columns there are, in which order, how wide, and which stay in view. Every change holds at once. */
export function ColumnsDialog({ opened, onClose }: ColumnsDialogProps) {
  const { t } = useMessages();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('columns.title')}
      size={620}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      <p className="dialog-form__sentence">{t('columns.hint')}</p>
      <ColumnList />
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={() => changeGridSetup({ columns: [] })}>
          {t('columns.reset')}
        </Button>
        <Button onClick={onClose}>{t('columns.done')}</Button>
      </div>
    </Modal>
  );
}

function ColumnList() {
  const { t } = useMessages();
  const { declared, states, change } = useGridColumns();
  const shownCount = states.filter(({ isHidden }) => !isHidden).length;
  const move = (key: string, step: -1 | 1) => {
    const index = states.findIndex((state) => state.key === key);
    const neighbour = states[index + step];
    if (neighbour) change(moveColumn(states, key, neighbour.key, step < 0 ? 'before' : 'after'));
  };
  return (
    <ul className="columns-dialog">
      {states.map((state, index) => {
        const column = declared.find(({ key }) => key === state.key);
        if (!column) return null;
        const name = column.label;
        const set = (part: Partial<ColumnState>) => change(changeColumn(states, state.key, part));
        return (
          <li key={state.key} className="columns-dialog__column">
            <Checkbox
              className="columns-dialog__name"
              label={name}
              checked={!state.isHidden}
              disabled={!state.isHidden && shownCount === 1}
              onChange={(event) => set({ isHidden: !event.currentTarget.checked })}
            />
            <Switch
              label={t('columns.pinned')}
              aria-label={t('columns.pin', { name })}
              checked={state.isPinned}
              onChange={(event) => set({ isPinned: event.currentTarget.checked })}
            />
            <span className="columns-dialog__label" aria-hidden="true">
              {t('columns.widthLabel')}
            </span>
            <NumberInput
              className="columns-dialog__width"
              aria-label={t('columns.width', { name })}
              placeholder={t('columns.widthAuto')}
              value={state.width ?? ''}
              min={columnWidths.least}
              max={columnWidths.most}
              step={10}
              startValue={column.width}
              clampBehavior="blur"
              allowDecimal={false}
              allowNegative={false}
              suffix=" px"
              onChange={(value) => {
                if (value === '') set({ width: null });
                else if (
                  typeof value === 'number' &&
                  value >= columnWidths.least &&
                  value <= columnWidths.most
                )
                  set({ width: value });
              }}
            />
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t('columns.up', { name })}
              title={t('columns.up', { name })}
              aria-disabled={index === 0}
              onClick={() => move(state.key, -1)}
            >
              <IconArrowUp size={16} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t('columns.down', { name })}
              title={t('columns.down', { name })}
              aria-disabled={index === states.length - 1}
              onClick={() => move(state.key, 1)}
            >
              <IconArrowDown size={16} aria-hidden="true" />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
