import { CloseButton } from '@mantine/core';
import './filter-menu.css';

export interface FilterChipProps {
  readonly text: string;
  readonly removeLabel: string;
  readonly onRemove: () => void;
}

/** One value of a filter that is set, with a button that takes it away. */
export function FilterChip({ text, removeLabel, onRemove }: FilterChipProps) {
  return (
    <li className="filter-chip">
      <span className="filter-chip__text" title={text}>
        {text}
      </span>
      <CloseButton size="xs" iconSize={14} aria-label={removeLabel} onClick={onRemove} />
    </li>
  );
}
