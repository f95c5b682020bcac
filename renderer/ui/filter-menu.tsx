import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import './filter-menu.css';

/** One value that a filter may have. */
interface FilterOption<V> {
  readonly value: V;
  readonly label: string;
  /** How many rows have it, already in the form of the language. */
  readonly count: string;
}

export interface FilterMenuProps<V> {
  /** The short name on the button. */
  readonly label: string;
  /** The accessible name of button and list; it holds the label. */
  readonly name: string;
  /** Asked for when the menu opens. */
  readonly getOptions: () => readonly FilterOption<V>[];
  readonly chosen: readonly V[];
  readonly onChange: (chosen: readonly V[]) => void;
  readonly findLabel: string;
  readonly nothingFound: string;
}

/** From this many options on they can be searched. */
const findFrom = 9;
/** Options drawn at once; the search narrows longer lists down. */
const maxDrawn = 200;

/** A button that opens a list of values with counts, of which any number may be chosen. */
export function FilterMenu<V extends string | number>(props: FilterMenuProps<V>) {
  const { label, name, getOptions, chosen, onChange, findLabel, nothingFound } = props;
  const [needle, setNeedle] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setNeedle('');
    },
    onDropdownOpen: () => {
      if (getOptions().length >= findFrom) combobox.focusSearchInput();
      else combobox.selectFirstOption();
    },
  });
  const options = combobox.dropdownOpened ? getOptions() : [];
  const canFind = options.length >= findFrom;
  const shown = options
    .filter((option) => option.label.toLowerCase().includes(needle.trim().toLowerCase()))
    .slice(0, maxDrawn);
  const toggle = (text: string) => {
    const option = options.find(({ value }) => String(value) === text);
    if (!option) return;
    const isChosen = chosen.includes(option.value);
    onChange(isChosen ? chosen.filter((value) => value !== option.value) : [...chosen, option.value]);
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={toggle}
      position="bottom-start"
      width={260}
      shadow="md"
      withinPortal={false}
      floatingStrategy="fixed"
      transitionProps={{ duration: 80 }}
    >
      <Combobox.Target targetType="button" withAriaAttributes>
        <button
          type="button"
          className="filter-menu"
          aria-label={chosen.length > 0 ? `${name} ${chosen.length}` : name}
          data-active={chosen.length > 0 || undefined}
          onClick={() => combobox.toggleDropdown()}
        >
          {/* The blank keeps the two apart where the button is read aloud by its text. */}
          <span className="filter-menu__label">{label}</span>{' '}
          {chosen.length > 0 && <span className="filter-menu__count">{chosen.length}</span>}
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        {canFind && (
          <Combobox.Search
            value={needle}
            onChange={(event) => {
              setNeedle(event.currentTarget.value);
              combobox.selectFirstOption();
            }}
            placeholder={findLabel}
            aria-label={findLabel}
          />
        )}
        <Combobox.Options aria-label={name} className="filter-menu__options">
          {shown.length === 0 && <Combobox.Empty>{nothingFound}</Combobox.Empty>}
          {shown.map((option) => {
            const isChosen = chosen.includes(option.value);
            return (
              <Combobox.Option
                key={option.value}
                value={String(option.value)}
                active={isChosen}
                aria-selected={isChosen}
                className="filter-menu__option"
              >
                <span className="filter-menu__check">
                  {isChosen && <IconCheck size={14} aria-hidden="true" />}
                </span>
                <span className="filter-menu__text" title={option.label}>
                  {option.label}
                </span>
                <span className="filter-menu__number">{option.count}</span>
              </Combobox.Option>
            );
          })}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
