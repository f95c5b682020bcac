import { useMessages } from '../../messages.tsx';
import { type OperationFormProps, OperationFrame } from '../../start-job/operation-frame.tsx';
import { GroupPicker, toGroupFields, useGroupChoice } from './group-picker.tsx';

/** Asks for the group to move to. */
export function MoveForm({ preset, ...frame }: OperationFormProps) {
  const { t } = useMessages();
  const choice = useGroupChoice(preset);
  const { group } = choice;
  return (
    <OperationFrame
      {...frame}
      kind="move_to_group"
      operation={group && { kind: 'move_to_group', ...toGroupFields(group) }}
    >
      <GroupPicker
        label={t('operation.moveToGroup.group')}
        description={t('operation.moveToGroup.hint')}
        choice={choice}
      />
    </OperationFrame>
  );
}
