const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('api', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  subscribe: (listener) => {
    const forward = (_event, value) => listener(value);
    ipcRenderer.on('tick', forward);
    return () => {
      ipcRenderer.off('tick', forward);
    };
  },
  selfTest: () => ({
    isIsolated: process.contextIsolated,
    isSandboxed: process.sandboxed,
    type: process.type,
  }),
  fail: () => {
    throw new TypeError('sync failure');
  },
  useUnknown: () => require('electron').webFrame,
});
