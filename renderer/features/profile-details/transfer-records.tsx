import { Button, SegmentedControl, Skeleton, Stack, Table, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type TransferDirection,
  type TransferPage,
  transferDirections,
  transferPageSize,
} from '../../../shared/profile-details.ts';
import { commandQuery } from '../../command-query.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useMessages } from '../../messages.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../use-formats.ts';
import { TransferCodeView } from './transfer-code-view.tsx';

const directionWords = {
  sent: 'transfers.records.sent',
  received: 'transfers.records.received',
} as const;

/** Typing asks once it has paused for this long, in milliseconds. */
const quiet = 250;

/** The codes that were made here and those that came in, a page at a time. */
export function TransferRecords() {
  const { t } = useMessages();
  const [direction, setDirection] = useState<TransferDirection>('sent');
  const [title, setTitle] = useState('');
  const [page, setPage] = useState(1);
  const [asked] = useDebouncedValue(title.trim(), quiet);
  const query = useQuery({
    ...commandQuery('transfers.list', { direction, title: asked, page }),
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const pages = Math.max(1, Math.ceil((query.data?.total ?? 0) / transferPageSize));
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('transfers.records.direction')}
        data={transferDirections.map((value) => ({ value, label: t(directionWords[value]) }))}
        value={direction}
        onChange={(value) => {
          setDirection(transferDirections.find((known) => known === value) ?? 'sent');
          setPage(1);
        }}
      />
      <TextInput
        label={t('transfers.records.search')}
        value={title}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onChange={(event) => {
          setTitle(event.currentTarget.value);
          setPage(1);
        }}
      />
      {query.error && !query.isFetching && (
        <FailureNotice error={query.error} title={t('transfers.records.failed')} />
      )}
      {query.error && (
        <div>
          <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
            {t('app.retry')}
          </Button>
        </div>
      )}
      {query.isLoading && <Skeleton height={120} aria-label={t('transfers.records.loading')} role="status" />}
      {query.data && !query.error && (
        <Records page={query.data} direction={direction} isBusy={query.isFetching} />
      )}
      {pages > 1 && (
        <div className="transfer-pages">
          <Button variant="default" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {t('transfers.records.newer')}
          </Button>
          <span role="status">{t('transfers.records.page', { page, pages })}</span>
          <Button variant="default" disabled={page >= pages} onClick={() => setPage(page + 1)}>
            {t('transfers.records.older')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function Records({
  page,
  direction,
  isBusy,
}: {
  readonly page: TransferPage;
  readonly direction: TransferDirection;
  readonly isBusy: boolean;
}) {
  const { t } = useMessages();
  const formats = useFormats();
  if (page.records.length === 0)
    return <EmptyState title={t('transfers.records.empty')}>{t('transfers.records.emptyHint')}</EmptyState>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section className="transfer-table" aria-label={t('transfers.records.heading')} tabIndex={0}>
      <Table aria-busy={isBusy} withTableBorder verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('profiles.column.name')}</Table.Th>
            <Table.Th>{t(direction === 'sent' ? 'transfers.to' : 'transfers.from')}</Table.Th>
            <Table.Th>{t('transfers.createdAt')}</Table.Th>
            <Table.Th>{t('transfers.receivedAt')}</Table.Th>
            <Table.Th>{t('transfers.code')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {page.records.map((record) => (
            <Table.Tr key={record.id}>
              <Table.Td>
                {record.name}
                {record.proxy !== null && ` · ${t('transfers.withProxy')}`}
                {record.withNote && ` · ${t('transfers.withNote')}`}
              </Table.Td>
              <Table.Td>{(direction === 'sent' ? record.receiver : record.sender) || '—'}</Table.Td>
              <Table.Td>{record.createdAt === null ? '—' : formats.dateTime(record.createdAt)}</Table.Td>
              <Table.Td>
                {record.receivedAt === null ? t('transfers.waiting') : formats.dateTime(record.receivedAt)}
              </Table.Td>
              <Table.Td>
                <TransferCodeView transferRef={record.ref} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
