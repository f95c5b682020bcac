import { contextBridge, ipcRenderer } from 'electron';
import type { EventName, PanelBridge } from '../shared/contract.ts';

/** The page's whole access to the main process: two functions, and never Electron's own event objects. */
const bridge: PanelBridge = {
  call: (name, input) => ipcRenderer.invoke('panel:call', name, input),
  on: (event, listener) => {
    const forward = (_event: unknown, name: EventName, payload: Parameters<typeof listener>[0]) => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on('panel:event', forward);
    return () => {
      ipcRenderer.off('panel:event', forward);
    };
  },
};

contextBridge.exposeInMainWorld('panel', bridge);
