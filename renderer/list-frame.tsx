import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailureNotice, ListFailure } from './failure-notice.tsx';
import { useMessages } from './messages.tsx';
import { Notice } from './ui/notice.tsx';

/** A list of ixBrowser as `useLiveList` gives it. */
interface ReadList {
  readonly data: { readonly rows: readonly unknown[]; readonly unreadable: number } | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => Promise<unknown>;
}

/**
 * What stands around every list that is read from ixBrowser: the toolbar with its count, what went wrong, and the
 * places of the list while it is read or when it could not be.
 */
export function ListFrame({
  list,
  matching = null,
  filters,
  actions,
  children,
}: {
  readonly list: ReadList;
  /** How many of the list are left by search and filters; null while neither is set. */
  readonly matching?: number | null;
  readonly filters?: ReactNode;
  /** Buttons behind the one that reads the list again. */
  readonly actions?: ReactNode;
  /** The list itself, once it is read. */
  readonly children: ReactNode;
}) {
  const { t } = useMessages();
  const { data, error, isFetching, refetch } = list;
  if (error && !data) return <ListFailure error={error} isBusy={isFetching} onRetry={() => void refetch()} />;
  return (
    <>
      <div className="item-toolbar">
        {filters}
        {data && (
          <span className="item-toolbar__count" role="status">
            {matching === null
              ? t('labels.total', { count: data.rows.length })
              : t('labels.matching', { count: matching, total: data.rows.length })}
          </span>
        )}
        <div className="item-toolbar__end">
          <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
            {t('profiles.refresh')}
          </Button>
          {actions}
        </div>
      </div>
      <div className="item-notices">
        {error && <FailureNotice title={t('labels.refreshFailed')} error={error} />}
        {data && data.unreadable > 0 && (
          <Notice tone="warning">{t('labels.unreadable', { count: data.unreadable })}</Notice>
        )}
      </div>
      {data ? (
        children
      ) : (
        <div className="item-failure" aria-busy>
          <Skeleton height={200} />
        </div>
      )}
    </>
  );
}
