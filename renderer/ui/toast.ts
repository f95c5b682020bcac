import { notifications } from '@mantine/notifications';

/** A short message in the corner that goes away by itself; a failure stays until it is closed. */
export interface Toast {
  readonly tone: 'good' | 'bad';
  readonly title: string;
  readonly message?: string;
  /** Accessible name of the button that closes the message. */
  readonly closeLabel: string;
}

/** Shows one message. */
export function showToast({ tone, title, message, closeLabel }: Toast): void {
  notifications.show({
    title,
    message,
    color: tone === 'good' ? 'green' : 'red',
    autoClose: tone === 'good' ? 6_000 : false,
    closeButtonProps: { 'aria-label': closeLabel },
  });
}
