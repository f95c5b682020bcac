import { Menu } from 'electron';

/**
 * Electron's own menu would zoom behind the settings' back and speak English only. Nothing replaces it, except on
 * macOS, where copying, pasting and quitting by keyboard come from the menu; the system translates its parts.
 */
export function setAppMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(
    platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
}
