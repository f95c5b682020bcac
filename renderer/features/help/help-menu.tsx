import { Menu } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useRef } from 'react';
import { useMessages } from '../../messages.tsx';
import { openShortcutList, openWelcome, startTour } from '../../requests/help-request.ts';

/** The help at the foot of the sidebar. */
export function HelpMenu() {
  const { t } = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  // A dialog gives the focus back to where it was when the dialog opened.
  const from = (open: () => void) => () => {
    button.current?.focus();
    open();
  };
  return (
    <Menu position="right-end" shadow="md" withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <button
          ref={button}
          type="button"
          className="app-sidebar__link app-sidebar__help"
          aria-label={t('help.menu')}
          title={t('help.menu')}
        >
          <IconHelp size={18} stroke={1.75} aria-hidden="true" />
          <span className="app-sidebar__label">{t('help.menu')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('help.menu')}>
        <Menu.Item onClick={from(openShortcutList)}>{t('shortcuts.title')}</Menu.Item>
        <Menu.Item onClick={from(startTour)}>{t('help.tour.start')}</Menu.Item>
        <Menu.Item onClick={from(openWelcome)}>{t('help.welcome.name')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
