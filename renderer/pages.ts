import {
  IconActivity,
  IconEraser,
  IconListDetails,
  IconProgressCheck,
  IconSettings,
  IconTags,
  IconTerminal2,
  IconWand,
  IconWorld,
} from '@tabler/icons-react';
import type { MessageKey } from '../shared/messages/language.ts';
import type { PageName, Place } from './navigation.ts';

/** The pages in the order in which they are offered. */
export const pages: readonly {
  readonly page: PageName;
  readonly label: MessageKey;
  readonly Icon: typeof IconSettings;
}[] = [
  { page: 'profiles', label: 'app.page.profiles', Icon: IconListDetails },
  { page: 'jobs', label: 'app.page.jobs', Icon: IconProgressCheck },
  { page: 'recipes', label: 'app.page.recipes', Icon: IconWand },
  { page: 'proxies', label: 'app.page.proxies', Icon: IconWorld },
  { page: 'groups', label: 'app.page.groups', Icon: IconTags },
  { page: 'service-cache', label: 'app.page.serviceCache', Icon: IconEraser },
  { page: 'activity', label: 'app.page.activity', Icon: IconActivity },
  { page: 'console', label: 'app.page.console', Icon: IconTerminal2 },
  { page: 'settings', label: 'app.page.settings', Icon: IconSettings },
];

/** The place where a page begins. */
export function toPlace(page: PageName): Place {
  return page === 'jobs' ? { page, jobId: null } : { page };
}
