import { ActionIcon, Button, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconQuote, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { removeAt } from '../../../shared/console/edit-body.ts';
import { readValue, showValue } from '../../../shared/console/field-text.ts';
import type { BodyProblem } from '../../../shared/console/find-problems.ts';
import type { FormField } from '../../../shared/console/form-model.ts';
import type { Language } from '../../../shared/messages/languages.ts';
import { useMessages } from '../../messages.tsx';
import { type Formats, useFormats } from '../../use-formats.ts';
import { editBody, setField } from './console-store.ts';
import { choiceLabel, noteOf, problemText, typeName } from './console-words.ts';
import { ListField } from './list-field.tsx';
import { ObjectField } from './object-field.tsx';

export interface FieldViewProps {
  readonly field: FormField;
  readonly problems: readonly BodyProblem[];
  /** For the row of a list, which has no name of its own. */
  readonly label?: string;
}

/** More values than this are found by typing. */
const shownChoices = 100;

/** One field of the form by its kind, with what the contract says of it. */
export function FieldView(props: FieldViewProps) {
  switch (props.field.kind) {
    case 'object':
      return <ObjectField {...props} />;
    case 'list':
      return <ListField {...props} />;
    default:
      return <ValueField {...props} />;
  }
}

/** The problem of exactly this field, in words. */
export function useOwnProblem(field: FormField, problems: readonly BodyProblem[]): string | null {
  const { t, language } = useMessages();
  const own = problems.find(({ path }) => path.join('\n') === field.path.join('\n'));
  return own ? problemText(own, t, language) : null;
}

function ValueField({ field, problems, label }: FieldViewProps) {
  const { t, language } = useMessages();
  const formats = useFormats();
  const { path, name, kind, value, isSet, choices, spec } = field;
  const problem = useOwnProblem(field, problems);
  const isRow = label !== undefined;
  const shared = {
    label: label ?? <FieldLabel field={field} />,
    labelProps: isRow ? { className: 'console__row-label' } : {},
    description: isRow ? undefined : <FieldHelp field={field} />,
    // A required field that nobody touched yet needs no second red line: its label says so.
    error: isSet || problem === null || !field.isRequired ? problem : null,
    placeholder: describeUnset(field, t),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
    className: 'console__input',
  };
  const type = (text: string) => setField(path, readValue(field, text));
  const input = () => {
    switch (kind) {
      case 'fixed':
        return (
          <TextInput
            {...shared}
            readOnly
            value={isSet ? String(spec.fixedValue) : ''}
            rightSectionWidth={isSet ? undefined : 64}
            rightSection={
              !isSet && (
                <Button size="compact-xs" variant="subtle" onClick={() => setField(path, spec.fixedValue)}>
                  {JSON.stringify(spec.fixedValue)}
                </Button>
              )
            }
          />
        );
      case 'choice':
      case 'boolean':
        return (
          <Select
            {...shared}
            searchable
            limit={shownChoices}
            maxDropdownHeight={240}
            checkIconPosition="right"
            nothingFoundMessage={t('profiles.filter.nothingFound')}
            comboboxProps={{
              withinPortal: false,
              floatingStrategy: 'fixed',
              transitionProps: { duration: 0 },
            }}
            data={listOptions(field, t, { language, formats })}
            value={isSet && value !== null ? String(value) : null}
            onChange={(chosen) => chosen !== null && type(chosen)}
          />
        );
      case 'any':
        return (
          <Textarea
            {...shared}
            rows={2}
            classNames={{ input: 'console__code' }}
            value={showValue(field)}
            onChange={(event) => type(event.currentTarget.value)}
          />
        );
      default:
        return field.isSecret ? (
          <PasswordInput
            {...shared}
            autoComplete="off"
            value={showValue(field)}
            onChange={(event) => type(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            {...shared}
            autoComplete="off"
            inputMode={kind === 'integer' ? 'numeric' : kind === 'number' ? 'decimal' : 'text'}
            value={showValue(field)}
            onChange={(event) => type(event.currentTarget.value)}
          />
        );
    }
  };
  const isListable = spec.acceptsList === true && !isRow;
  return (
    <div className="console__field" data-kind={kind} data-size={choices.length}>
      {input()}
      {!isRow && (
        <div className="console__field-buttons">
          {isSet && <LeaveOut field={field} />}
          {!isSet && kind === 'text' && (
            <FieldButton label={t('console.field.sendEmpty', { name })} onClick={() => setField(path, '')}>
              <IconQuote size={14} />
            </FieldButton>
          )}
          {spec.nullable === true && value !== null && (
            <FieldButton label={t('console.field.sendNull', { name })} onClick={() => setField(path, null)}>
              null
            </FieldButton>
          )}
          {isListable && (
            <FieldButton
              label={t('console.list.asList', { name })}
              onClick={() => setField(path, isSet && value !== '' ? [value] : [''])}
            >
              [ ]
            </FieldButton>
          )}
        </div>
      )}
    </div>
  );
}

/** Takes a field out of the body: not sent is something else than empty. */
export function LeaveOut({ field: { path, name } }: { readonly field: FormField }) {
  const { t } = useMessages();
  return (
    <FieldButton
      label={t('console.field.leaveOut', { name })}
      onClick={() => editBody((body) => removeAt(body, path))}
    >
      <IconX size={14} />
    </FieldButton>
  );
}

/** A small button beside a field, named in full for screen readers. */
export function FieldButton({
  label,
  onClick,
  isDisabled = false,
  children,
}: {
  readonly label: string;
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <ActionIcon
      variant="subtle"
      className="console__field-button"
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

/** The name as it travels, its type, and whether it is required. */
export function FieldLabel({ field: { name, spec, isRequired } }: { readonly field: FormField }) {
  const { t } = useMessages();
  return (
    <>
      <code className="console__name">{name}</code>{' '}
      <span className="console__type">
        {typeName(spec.type, t)} ·{' '}
        <span data-required={isRequired || undefined}>
          {t(isRequired ? 'console.field.required' : 'console.field.optional')}
        </span>
      </span>
    </>
  );
}

/** Note, default, fixed value and conditions of a field. */
export function FieldHelp({ field }: { readonly field: FormField }) {
  const { t, language } = useMessages();
  const { spec, conditions, isSet, value, kind, choices } = field;
  const lines: { readonly key: string; readonly text: string; readonly isWeak?: boolean }[] = [];
  if (isSet && value === '' && kind === 'text') lines.push({ key: 'empty', text: t('console.field.empty') });
  if (isSet && value === null) lines.push({ key: 'null', text: t('console.field.null') });
  if (spec.fixedValue !== undefined)
    lines.push({ key: 'fixed', text: t('console.field.fixed', { value: String(spec.fixedValue) }) });
  for (const condition of conditions) {
    const values = { condition: noteOf(condition.text, language) };
    if (condition.kind === 'required')
      lines.push({ key: 'required', text: t('console.field.requiredWhen', values) });
    else if (condition.verdict === 'fails')
      lines.push({ key: 'effective', text: t('console.field.noEffect', values), isWeak: true });
    else lines.push({ key: 'effective', text: t('console.field.effectiveWhen', values) });
  }
  if (choices.length > shownChoices)
    lines.push({ key: 'search', text: t('console.field.search', { count: choices.length }) });
  if (kind === 'any') lines.push({ key: 'any', text: t('console.field.anyHint') });
  if (spec.note !== undefined) lines.push({ key: 'note', text: noteOf(spec.note, language) });
  if (spec.sources !== undefined) lines.push({ key: 'later', text: t('console.field.later') });
  if (lines.length === 0) return null;
  return (
    <>
      {lines.map(({ key, text, isWeak }) => (
        <span key={key} className="console__help" data-weak={isWeak || undefined}>
          {text}{' '}
        </span>
      ))}
    </>
  );
}

function describeUnset({ isSet, spec, value }: FormField, t: ReturnType<typeof useMessages>['t']): string {
  if (isSet) return value === null ? 'null' : '';
  if (spec.default === undefined) return t('console.field.notSent');
  return t('console.field.notSentDefault', { value: JSON.stringify(spec.default) });
}

function listOptions(
  { kind, choices, isSet, value, spec }: FormField,
  t: ReturnType<typeof useMessages>['t'],
  words: { readonly language: Language; readonly formats: Formats },
): { value: string; label: string }[] {
  if (kind === 'boolean') return ['true', 'false'].map((text) => ({ value: text, label: text }));
  const options = choices.map((choice) => ({
    value: String(choice.value),
    label: [String(choice.value), choiceLabel(choice, spec.enum, words), choice.offset]
      .filter((part, index, parts) => part !== undefined && parts.indexOf(part) === index)
      .join(' · '),
  }));
  const isListed = options.some((option) => option.value === String(value));
  if (!isSet || value === null || isListed) return options;
  return [{ value: String(value), label: t('console.field.unlisted', { value: String(value) }) }, ...options];
}
