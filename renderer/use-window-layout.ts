import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { zoomSteps } from '../shared/settings.ts';
import { commandQuery } from './command-query.ts';
import { useSaveSettings } from './use-save-settings.ts';
import { useSettings } from './use-settings.ts';

/** The layout of the window that is remembered between starts. */
export interface WindowLayout {
  /** Only the icons of the pages are shown: by choice, or because the window is narrow. */
  readonly isSidebarCollapsed: boolean;
  /** The window has no room for the names of the pages. */
  readonly isNarrow: boolean;
  readonly toggleSidebar: () => void;
  /** One step larger (1) or smaller (-1). */
  readonly zoomBy: (steps: 1 | -1) => void;
  readonly resetZoom: () => void;
}

const settingsKey = commandQuery('settings.get', {}).queryKey;

/** Reads and changes the layout. A change that cannot be saved holds until the app ends: it is a convenience. */
export function useWindowLayout(): WindowLayout {
  const client = useQueryClient();
  const { settings } = useSettings();
  const isNarrow = useMediaQuery('(max-width: 860px)', undefined, { getInitialValueInEffect: false });
  const { mutate } = useSaveSettings({ holdsUnsaved: true });
  // Not what was drawn last: a second press may come before the first is drawn.
  const readSettings = () => client.getQueryData(settingsKey)?.settings ?? settings;
  const setZoom = (zoomPercent: number) => {
    if (zoomPercent !== readSettings().zoomPercent) mutate({ zoomPercent });
  };
  return {
    isSidebarCollapsed: isNarrow || settings.isSidebarCollapsed,
    isNarrow,
    toggleSidebar: () => mutate({ isSidebarCollapsed: !readSettings().isSidebarCollapsed }),
    zoomBy: (steps) => {
      const now = readSettings().zoomPercent;
      const next =
        steps === 1 ? zoomSteps.find((step) => step > now) : zoomSteps.findLast((step) => step < now);
      setZoom(next ?? now);
    },
    resetZoom: () => setZoom(100),
  };
}
