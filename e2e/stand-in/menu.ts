import type { MenuItemConstructorOptions } from 'electron';
import { refuseUnknownMembers } from './not-emulated.ts';

let lastCommandId = 0;

/** Electron's `MenuItem`: the template's data and its submenu as a menu. */
export class MenuItemStandIn {
  readonly commandId: number;
  readonly id: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly submenu: MenuStandIn | undefined;
  readonly click: (...args: unknown[]) => void;
  label: string;
  sublabel: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    lastCommandId += 1;
    this.commandId = lastCommandId;
    this.id = options.id ?? '';
    this.role = options.role?.toLowerCase();
    this.submenu = Array.isArray(options.submenu)
      ? MenuStandIn.buildFromTemplate(options.submenu)
      : (options.submenu as MenuStandIn | undefined);
    this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = options.accelerator;
    this.click = (...args) => {
      if (options.click !== undefined) Reflect.apply(options.click, undefined, [this, ...args]);
    };
    this.label = options.label ?? options.role ?? '';
    this.sublabel = options.sublabel ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
  }
}

/** Electron's `Menu`: the model is kept, nothing is shown and no accelerator works. */
export class MenuStandIn {
  static applicationMenu: MenuStandIn | null = null;
  items: MenuItemStandIn[] = [];

  static buildFromTemplate(template: readonly (MenuItemConstructorOptions | MenuItemStandIn)[]): MenuStandIn {
    const menu = new MenuStandIn();
    for (const item of template) {
      menu.append(item instanceof MenuItemStandIn ? item : new MenuItemStandIn(item));
    }
    return refuseUnknownMembers('Menu', menu);
  }

  static setApplicationMenu(menu: MenuStandIn | null): void {
    MenuStandIn.applicationMenu = menu;
  }

  static getApplicationMenu(): MenuStandIn | null {
    return MenuStandIn.applicationMenu;
  }

  append(item: MenuItemStandIn): void {
    this.items.push(item);
  }

  insert(position: number, item: MenuItemStandIn): void {
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): MenuItemStandIn | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found !== undefined && found !== null) return found;
    }
    return null;
  }

  popup(): void {
    // A native menu cannot be shown; specs read the model.
  }

  closePopup(): void {
    // Nothing is shown.
  }
}
