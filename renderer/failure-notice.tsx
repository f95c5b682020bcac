import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from './messages.tsx';
import { goTo } from './navigation.ts';
import { ErrorCard } from './ui/error-card.tsx';
import { Notice } from './ui/notice.tsx';
import { useErrorText } from './use-error-text.ts';
import './ui/item-table.css';

/** ixBrowser's own connection took too long; another access line may help. */
const lineTooSlow = 1016;

/** What a failure offers as the next step because of its code; nothing for most. */
export function CodeStep({
  apiCode,
  onFollow,
}: {
  readonly apiCode: number | null | undefined;
  /** Called before the page changes, for example to close a dialog. */
  readonly onFollow?: () => void;
}) {
  const { t } = useMessages();
  if (apiCode !== lineTooSlow) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      onClick={() => {
        onFollow?.();
        goTo({ page: 'proxies', tab: 'gateways' });
      }}
    >
      {t('gateways.toGateways')}
    </Button>
  );
}

/** A failed call inside a dialog or above a list: what happened, what to do, the code. */
export function FailureNotice({
  title,
  error,
  children,
  actions,
  onFollow,
}: {
  /** Says that it was not done; not said where nobody knows. */
  readonly title: string;
  readonly error: unknown;
  /** What else is known. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onFollow?: () => void;
}) {
  const errorText = useErrorText();
  const { title: what, body, sentence, code, apiCode, isUnknown } = errorText(error);
  return (
    <div role="alert">
      <Notice
        tone="bad"
        actions={
          <>
            {actions}
            <CodeStep apiCode={apiCode} {...(onFollow && { onFollow })} />
          </>
        }
      >
        <strong>{isUnknown ? what : title}</strong> {isUnknown ? body : sentence} {children}{' '}
        <small>{code}</small>
      </Notice>
    </div>
  );
}

/** In place of a list that could not be read. */
export function ListFailure({
  error,
  isBusy,
  onRetry,
}: {
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onRetry: () => void;
}) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const { sentence, code, apiCode } = errorText(error);
  return (
    <div className="item-failure">
      <ErrorCard
        title={t('labels.loadFailed')}
        code={code}
        actions={
          <>
            <Button loading={isBusy} onClick={onRetry}>
              {t('app.retry')}
            </Button>
            <CodeStep apiCode={apiCode} />
          </>
        }
      >
        <p>{sentence}</p>
      </ErrorCard>
    </div>
  );
}
