import { Popover } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import './help-hint.css';

export interface HelpHintProps {
  /** The accessible name of the button, for example *What is a recipe?* */
  readonly label: string;
  /** One sentence. */
  readonly children: ReactNode;
}

/** A small *?* that explains what stands beside it, on a click or a key. Esc closes it. */
export function HelpHint({ label, children }: HelpHintProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    // In its place, and so within the part of the page that it belongs to.
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      width={300}
      shadow="md"
      withArrow
      withRoles={false}
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Popover.Target>
        <button
          type="button"
          className="help-hint"
          aria-label={label}
          aria-expanded={isOpen}
          aria-describedby={isOpen ? id : undefined}
          title={label}
          onClick={() => setIsOpen(!isOpen)}
          // The focus stays here, and the popover listens for Esc only within itself.
          onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
        >
          <IconHelpCircle size={16} stroke={1.75} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown id={id} role="note">
        <span className="help-hint__text">{children}</span>
      </Popover.Dropdown>
    </Popover>
  );
}
