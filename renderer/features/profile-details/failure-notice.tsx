import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';

/** What did not work, why, and what to do; nothing while there is no error. */
export function FailureNotice({
  error,
  title,
}: {
  readonly error: Error | null;
  /** What did not work. */
  readonly title: string;
}) {
  const errorText = useErrorText();
  if (!error) return null;
  const { title: cause, body, code } = errorText(error);
  return (
    <div role="alert">
      <Notice tone="bad">
        <strong>{title}</strong> {cause} — {body} <small>{code}</small>
      </Notice>
    </div>
  );
}
