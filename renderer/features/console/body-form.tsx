import { CloseButton } from '@mantine/core';
import { removeAt } from '../../../shared/console/edit-body.ts';
import type { BodyProblem } from '../../../shared/console/find-problems.ts';
import type { BodyPath, FormModel } from '../../../shared/console/form-model.ts';
import { useMessages } from '../../messages.tsx';
import { editBody } from './console-store.ts';
import { FieldView } from './field-view.tsx';

/** The form that the contract and the present body make. */
export function BodyForm({
  model,
  problems,
}: {
  readonly model: FormModel;
  readonly problems: readonly BodyProblem[];
}) {
  return (
    <div className="console__form">
      {model.fields.map((field) => (
        <FieldView key={field.name} field={field} problems={problems} />
      ))}
      <UnknownFields path={[]} names={model.unknownNames} />
    </div>
  );
}

/** Fields that the body has and the contract does not know. */
export function UnknownFields({
  path,
  names,
}: {
  readonly path: BodyPath;
  readonly names: readonly string[];
}) {
  const { t } = useMessages();
  if (names.length === 0) return null;
  return (
    <div className="console__unknown">
      {names.map((name) => (
        <p key={name}>
          {t('console.unknown.title', { names: name })}
          <CloseButton
            size="sm"
            aria-label={t('console.field.leaveOut', { name })}
            onClick={() => editBody((body) => removeAt(body, [...path, name]))}
          />
        </p>
      ))}
    </div>
  );
}
