import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';
import { refuseUnknownEvents, refuseUnknownMembers } from './not-emulated.ts';
import { runtime } from './runtime.ts';

const emitter = new EventEmitter();
refuseUnknownEvents(emitter, 'nativeTheme', ['updated']);
let source: NativeTheme['themeSource'] = 'system';

/** Electron's `nativeTheme`; the system counts as light. */
export const nativeTheme = refuseUnknownMembers(
  'nativeTheme',
  Object.defineProperties(
    Object.assign(emitter, {
      shouldUseHighContrastColors: false,
      shouldUseInvertedColorScheme: false,
      shouldDifferentiateWithoutColor: false,
      inForcedColorsMode: false,
      prefersReducedTransparency: false,
    }),
    {
      themeSource: {
        get: () => source,
        set: (value: NativeTheme['themeSource']) => {
          source = value;
          for (const contents of runtime.contents.values()) void contents.applyTheme();
          emitter.emit('updated');
        },
      },
      shouldUseDarkColors: { get: () => source === 'dark' },
    },
  ) as unknown as EventEmitter &
    Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>,
);
