import type { MessageKey } from '../../../shared/messages/language.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';

/** What did not work, why, and what to do; nothing while there is no error. */
export function FailureNotice({
  error,
  title,
}: {
  readonly error: Error | null;
  readonly title: MessageKey;
}) {
  const { t } = useMessages();
  const errorText = useErrorText();
  if (!error) return null;
  const { title: cause, body, code } = errorText(error);
  return (
    <div role="alert">
      <Notice tone="bad">
        <strong>{t(title)}</strong> {cause} — {body} <small>{code}</small>
      </Notice>
    </div>
  );
}
