import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useRef } from 'react';

export interface SearchFieldProps {
  readonly label: string;
  /** Stands in the empty field; without it, the label. */
  readonly placeholder?: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly className?: string;
}

/** A field that narrows a list down as one types; Esc empties it. */
export function SearchField({
  label,
  placeholder = label,
  clearLabel,
  value,
  onChange,
  inputRef,
  className,
}: SearchFieldProps) {
  const own = useRef<HTMLInputElement>(null);
  const input = inputRef ?? own;
  return (
    <TextInput
      ref={input}
      role="searchbox"
      className={className ?? ''}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange('');
      }}
      leftSection={<IconSearch size={15} aria-hidden="true" />}
      rightSection={
        value !== '' && (
          <CloseButton
            size="sm"
            aria-label={clearLabel}
            onClick={() => {
              onChange('');
              input.current?.focus();
            }}
          />
        )
      }
    />
  );
}
