import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { startValue } from '../../../shared/console/form-model.ts';
import { useMessages } from '../../messages.tsx';
import { UnknownFields } from './body-form.tsx';
import { setField } from './console-store.ts';
import {
  FieldHelp,
  FieldLabel,
  FieldView,
  type FieldViewProps,
  LeaveOut,
  useOwnProblem,
} from './field-view.tsx';

/** An object inside the body: added as a whole, left out as a whole, closed to save room. */
export function ObjectField({ field, problems }: FieldViewProps) {
  const { t } = useMessages();
  const id = useId();
  const [isOpen, setIsOpen] = useState(true);
  const problem = useOwnProblem(field, problems);
  const { isSet, value, name, path, spec, children, unknownNames } = field;
  const hasFields = isSet && value !== null;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    // biome-ignore lint/a11y/useSemanticElements: its legend holds buttons, which a fieldset does not lay out well.
    <div className="console__object" role="group" aria-labelledby={`${id}-name`}>
      <div className="console__object-head">
        {hasFields ? (
          <button
            type="button"
            className="console__toggle"
            aria-expanded={isOpen}
            aria-controls={`${id}-fields`}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Chevron size={14} aria-hidden="true" />
            <span id={`${id}-name`}>
              <FieldLabel field={field} />
            </span>
          </button>
        ) : (
          <span id={`${id}-name`} className="console__toggle">
            <FieldLabel field={field} />
          </span>
        )}
        {isSet ? (
          <LeaveOut field={field} />
        ) : (
          <Button size="compact-xs" variant="default" onClick={() => setField(path, startValue(spec))}>
            {t('console.field.add', { name })}
          </Button>
        )}
      </div>
      <p className="console__quiet">
        <FieldHelp field={field} />
      </p>
      {problem && isSet && <p className="console__error">{problem}</p>}
      {hasFields && isOpen && (
        <div id={`${id}-fields`} className="console__form">
          {children.map((child) => (
            <FieldView key={child.name} field={child} problems={problems} />
          ))}
          <UnknownFields path={path} names={unknownNames} />
        </div>
      )}
    </div>
  );
}
