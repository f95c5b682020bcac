import { Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { moveAt, removeAt } from '../../../shared/console/edit-body.ts';
import { readPastedIds } from '../../../shared/console/field-text.ts';
import { type FormField, itemSpec, startValue } from '../../../shared/console/form-model.ts';
import { useMessages } from '../../messages.tsx';
import { editBody, setField } from './console-store.ts';
import {
  FieldButton,
  FieldHelp,
  FieldLabel,
  FieldView,
  type FieldViewProps,
  LeaveOut,
  useOwnProblem,
} from './field-view.tsx';

/** More rows than this are edited as JSON: nobody moves a thousand rows one by one. */
const mostRows = 30;

/** A list: rows to add, move and remove, and for numbers a field that takes many at once. */
export function ListField({ field, problems }: FieldViewProps) {
  const { t } = useMessages();
  const id = useId();
  const problem = useOwnProblem(field, problems);
  const { name, path, spec, isSet, children } = field;
  const item = itemSpec(spec);
  const values: readonly unknown[] = Array.isArray(field.value) ? field.value : [];
  const holdsIds = item.enum === undefined && (item.type === 'integer' || name === 'profile_id');
  return (
    // biome-ignore lint/a11y/useSemanticElements: its legend holds buttons, which a fieldset does not lay out well.
    <div className="console__object" role="group" aria-labelledby={`${id}-name`}>
      <div className="console__object-head">
        <span id={`${id}-name`} className="console__toggle">
          <FieldLabel field={field} />
        </span>
        <span className="console__quiet">
          {isSet ? t('console.list.rows', { count: values.length }) : t('console.field.notSent')}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => setField(path, [...values, startValue(item)])}
        >
          {t('console.list.addRow', { name })}
        </Button>
        {spec.acceptsList === true && values.length < 2 && (
          <Button size="compact-xs" variant="subtle" onClick={() => setField(path, values[0] ?? '')}>
            {t('console.list.asText', { name })}
          </Button>
        )}
        {isSet && <LeaveOut field={field} />}
      </div>
      <p className="console__quiet">
        <FieldHelp field={field} />
      </p>
      {problem && isSet && <p className="console__error">{problem}</p>}
      {children.slice(0, mostRows).map((row, index) => (
        <ListRow
          key={row.name}
          row={row}
          index={index}
          count={values.length}
          name={name}
          problems={problems}
        />
      ))}
      {children.length > mostRows && (
        <p className="console__quiet">{t('console.list.more', { count: children.length - mostRows })}</p>
      )}
      {holdsIds && (
        <IdAdder
          name={name}
          onAdd={(ids) => setField(path, [...values, ...(item.type === 'string' ? ids.map(String) : ids)])}
        />
      )}
    </div>
  );
}

function ListRow({
  row,
  index,
  count,
  name,
  problems,
}: {
  readonly row: FormField;
  readonly index: number;
  readonly count: number;
  readonly name: string;
  readonly problems: FieldViewProps['problems'];
}) {
  const { t } = useMessages();
  const words = { row: index + 1, name };
  return (
    <div className="console__row">
      <FieldView field={row} problems={problems} label={`${name} ${index + 1}`} />
      <FieldButton
        label={t('console.list.up', words)}
        isDisabled={index === 0}
        onClick={() => editBody((body) => moveAt(body, row.path, -1))}
      >
        <IconArrowUp size={14} />
      </FieldButton>
      <FieldButton
        label={t('console.list.down', words)}
        isDisabled={index === count - 1}
        onClick={() => editBody((body) => moveAt(body, row.path, 1))}
      >
        <IconArrowDown size={14} />
      </FieldButton>
      <FieldButton
        label={t('console.list.remove', words)}
        onClick={() => editBody((body) => removeAt(body, row.path))}
      >
        <IconTrash size={14} />
      </FieldButton>
    </div>
  );
}

function IdAdder({
  name,
  onAdd,
}: {
  readonly name: string;
  readonly onAdd: (ids: readonly number[]) => void;
}) {
  const { t } = useMessages();
  const [text, setText] = useState('');
  const ids = readPastedIds(text);
  const add = () => {
    if (!ids) return;
    onAdd(ids);
    setText('');
  };
  return (
    <div className="console__row">
      <TextInput
        className="console__input"
        label={t('console.list.paste', { name })}
        description={t('console.list.pasteHint')}
        error={text.trim() !== '' && !ids ? t('console.list.pasteWrong') : null}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <Button variant="default" disabled={!ids} onClick={add}>
        {t('console.list.pasteAdd', { name })}
      </Button>
    </div>
  );
}
