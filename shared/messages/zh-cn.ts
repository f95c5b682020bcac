import type { Messages } from './language.ts';

/** The texts in Simplified Chinese, in the terms of ixBrowser's own Chinese client. */
export const zhCn: Messages = {
  'app.name': 'Profile Panel',
};
