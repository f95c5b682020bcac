import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OperationKind } from '../../shared/operation.ts';
import { useMessages } from '../messages.tsx';
import { readTypedCount } from './plan-run.ts';

export interface TypedCountFieldProps {
  /** What is confirmed. */
  readonly kind: OperationKind;
  /** The number to type. */
  readonly expected: number;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Enter was pressed and the number is right. */
  readonly onEnter: () => void;
}

/** The number to be typed before something that cannot be undone happens to many profiles. */
export function TypedCountField({ kind, expected, text, onChange, onEnter }: TypedCountFieldProps) {
  const { t } = useMessages();
  const [hasLeft, setHasLeft] = useState(false);
  const isRight = readTypedCount(text, expected) !== null;

  return (
    <TextInput
      label={t('jobs.clear.typeLabel', { count: expected })}
      description={t(kind === 'delete' ? 'operation.delete.typeHint' : 'jobs.clear.typeHint', {
        count: expected,
      })}
      error={hasLeft && text !== '' && !isRight ? t('jobs.clear.typeWrong', { count: expected }) : null}
      value={text}
      inputMode="numeric"
      autoComplete="off"
      maw={320}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => setHasLeft(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        setHasLeft(true);
        if (isRight) onEnter();
      }}
    />
  );
}
