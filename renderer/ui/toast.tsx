import { notifications } from '@mantine/notifications';
import { ToneIcon } from './tone-icon.tsx';
import './toast.css';

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
    icon: <ToneIcon tone={tone} size={18} />,
    classNames: { root: 'toast', icon: 'toast__icon' },
    autoClose: tone === 'good' ? 6_000 : false,
    closeButtonProps: { 'aria-label': closeLabel },
  });
}
