import type { ElectronApplication } from '@playwright/test';

/** From now on the dialogs for opening and for saving a file answer with this place. */
export async function answerFileDialogs(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: place });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [place] });
  }, filePath);
}
