import type {
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  SaveDialogReturnValue,
} from 'electron';
import { refuseUnknownMembers } from './not-emulated.ts';

/** With or without the window as first argument. */
type DialogArguments<T> = readonly [T] | readonly [unknown, T];

function cancelledButton(args: DialogArguments<MessageBoxOptions>): number {
  const options = (args.length === 2 ? args[1] : args[0]) as MessageBoxOptions;
  if (options.cancelId !== undefined) return options.cancelId;
  const index = (options.buttons ?? []).findIndex((label) => /^(cancel|no)$/i.test(label.replace('&', '')));
  return Math.max(index, 0);
}

/**
 * Electron's `dialog`. No dialog is shown: each answers that it was cancelled. Specs replace the
 * functions, as they do on Electron: `electronApp.evaluate(({ dialog }) => { dialog.showSaveDialog = … })`.
 */
export const dialog = refuseUnknownMembers('dialog', {
  showMessageBox: (...args: DialogArguments<MessageBoxOptions>): Promise<MessageBoxReturnValue> =>
    Promise.resolve({ response: cancelledButton(args), checkboxChecked: false }),
  showMessageBoxSync: (...args: DialogArguments<MessageBoxOptions>): number => cancelledButton(args),
  showSaveDialog: (..._args: unknown[]): Promise<SaveDialogReturnValue> =>
    Promise.resolve({ canceled: true, filePath: '' }),
  showSaveDialogSync: (..._args: unknown[]): string => '',
  showOpenDialog: (..._args: unknown[]): Promise<OpenDialogReturnValue> =>
    Promise.resolve({ canceled: true, filePaths: [] }),
  showOpenDialogSync: (..._args: unknown[]): string[] | undefined => undefined,
  showErrorBox: (title: string, content: string): void => {
    console.error(`${title}\n${content}`);
  },
} satisfies Pick<
  typeof Electron.dialog,
  | 'showMessageBox'
  | 'showMessageBoxSync'
  | 'showSaveDialog'
  | 'showSaveDialogSync'
  | 'showOpenDialog'
  | 'showOpenDialogSync'
  | 'showErrorBox'
>);
