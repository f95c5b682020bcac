import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDots } from '@tabler/icons-react';
import { useRef } from 'react';

/** One action of a menu. */
interface MenuAction {
  /** Unique within the menu. */
  readonly text: string;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
}

export interface ActionMenuProps {
  /** The text of the button and the name of the menu. */
  readonly label: string;
  /** Shows three dots in place of the text. */
  readonly isIconOnly?: boolean;
  readonly position?: 'top-end' | 'bottom-end';
  readonly isBusy?: boolean;
  readonly actions: readonly MenuAction[];
}

/** A button that opens a menu. An action begins with the focus on the button: a dialog gives it back there. */
export function ActionMenu({
  label,
  isIconOnly,
  position = 'top-end',
  isBusy = false,
  actions,
}: ActionMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    // In its place, and so within the part of the page that it belongs to.
    <Menu position={position} shadow="md" withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        {isIconOnly ? (
          <ActionIcon ref={button} variant="subtle" aria-label={label} title={label} loading={isBusy}>
            <IconDots size={16} />
          </ActionIcon>
        ) : (
          <Button
            ref={button}
            variant="default"
            loading={isBusy}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          >
            {label}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {actions.map(({ text, isDisabled = false, onChoose }) => (
          <Menu.Item
            key={text}
            disabled={isDisabled}
            onClick={() => {
              button.current?.focus();
              onChoose();
            }}
          >
            {text}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
