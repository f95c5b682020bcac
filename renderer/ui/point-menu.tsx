import { Menu } from '@mantine/core';
import { Fragment, useEffect, useState } from 'react';
import type { ScreenPoint } from './data-grid-model.ts';
import './point-menu.css';

/** One action of a menu. */
interface PointMenuAction {
  /** Unique within the menu. */
  readonly key: string;
  readonly text: string;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
}

/** Actions that belong together, apart from the others by a line. */
export interface PointMenuSection {
  readonly key: string;
  readonly actions: readonly PointMenuAction[];
}

export interface PointMenuProps {
  /** Null while it is closed. */
  readonly at: ScreenPoint | null;
  /** What the menu is about: its first line and its name. */
  readonly label: string;
  readonly sections: readonly PointMenuSection[];
  readonly onClose: () => void;
  /** Where the focus goes back to; an action begins with the focus there. */
  readonly getReturnTarget: () => HTMLElement | null;
}

/** A menu at a point of the window, as a right click or the menu key opens it. */
export function PointMenu({ at, label, sections, onClose, getReturnTarget }: PointMenuProps) {
  // Made when it is asked for: what it floats with takes long to make. It opens once it stands.
  const [isMade, setIsMade] = useState(false);
  useEffect(() => {
    if (at) setIsMade(true);
  }, [at]);
  if (!at && !isMade) return null;
  return (
    <Menu
      opened={at !== null && isMade}
      onChange={(isOpen) => {
        if (isOpen) return;
        onClose();
        getReturnTarget()?.focus({ preventScroll: true });
      }}
      // Beside the point rather than below it, so that a long menu may move up where there is no room below.
      position="right-start"
      offset={0}
      shadow="md"
      withinPortal={false}
      floatingStrategy="fixed"
      returnFocus={false}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          aria-label={label}
          className="point-menu__anchor"
          style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={label} className="point-menu">
        <Menu.Label className="point-menu__label">{label}</Menu.Label>
        {sections
          .filter(({ actions }) => actions.length > 0)
          .map(({ key, actions }, index) => (
            <Fragment key={key}>
              {index > 0 && <Menu.Divider />}
              {actions.map((action) => (
                <Menu.Item
                  key={action.key}
                  disabled={action.isDisabled ?? false}
                  onClick={() => {
                    getReturnTarget()?.focus({ preventScroll: true });
                    action.onChoose();
                  }}
                >
                  {action.text}
                </Menu.Item>
              ))}
            </Fragment>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
