import type { Clipboard } from 'electron';
import { refuseUnknownMembers } from './not-emulated.ts';

let content = '';

/** Electron's `clipboard`, kept in memory: the desktop's clipboard is neither read nor written. */
export const clipboard = refuseUnknownMembers('clipboard', {
  readText: () => Promise.resolve(content),
  writeText: (text) => {
    content = text;
    return Promise.resolve();
  },
  has: (mimetype) => Promise.resolve(mimetype === 'text/plain' && content !== ''),
  clear: () => {
    content = '';
  },
} satisfies Pick<Clipboard, 'readText' | 'writeText' | 'has' | 'clear'>);
