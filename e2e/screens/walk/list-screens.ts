import { expect, type Page } from '@playwright/test';
import { type AppScreen, dialogOfMenu, dialogOfPage, goTo, pageAt, withoutError } from './app-screen.ts';
import { screenStates } from './stage.ts';

/** Proxies, traffic packages, lines, groups, tags and recipes. */
export const listScreens: readonly AppScreen[] = [
  pageAt('proxies', '#/proxies', screenStates),
  dialogOfPage('new-proxy', '#/proxies', 'New proxy…'),
  dialogOfMenu('proxy-edit', /^More about /, 'Edit…', '#/proxies'),
  dialogOfMenu('proxy-delete', /^More about /, 'Delete…', '#/proxies'),
  pageAt('proxy-tags', '#/proxies/tags'),
  pageAt('packages', '#/proxies/packages', screenStates),
  pageAt('gateways', '#/proxies/gateways', screenStates),
  dialogOfPage('gateway-switch', '#/proxies/gateways', 'Switch… to Line1'),
  pageAt('groups', '#/groups', screenStates),
  dialogOfPage('new-group', '#/groups', 'New group…'),
  dialogOfMenu('rename-group', /^More about /, 'Rename or sort…', '#/groups'),
  dialogOfMenu('delete-group', /^More about /, 'Delete…', '#/groups'),
  {
    name: 'groups-refused',
    async open({ page, demo }) {
      await goTo(page, '#/groups');
      await expect(page.getByRole('table', { name: 'Groups' })).toBeVisible();
      await demo.control('faults.add', { action: 'group-list', fault: { kind: 'error', code: 1008 } });
      await readAgain(page);
      await expect(page.getByRole('alert').filter({ hasText: '1008' })).toBeVisible();
    },
    async leave({ page }) {
      await readAgain(page);
      await expect(page.getByRole('alert').filter({ hasText: '1008' })).toBeHidden();
    },
  },
  {
    name: 'tags',
    async open({ page }) {
      await goTo(page, '#/groups');
      await page.getByRole('tab', { name: 'Tags' }).click();
      await expect(page.getByRole('table', { name: 'Tags' })).toBeVisible();
    },
  },
  pageAt('recipes', '#/recipes', withoutError),
  {
    name: 'help-hint',
    async open({ page }) {
      await goTo(page, '#/recipes');
      await page.getByRole('button', { name: 'What is a recipe?' }).click();
      await expect(page.getByRole('note')).toBeVisible();
    },
  },
];

const readAgain = (page: Page) => page.getByRole('button', { name: 'Refresh' }).click();
