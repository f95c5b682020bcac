import { Button, Select } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ListReading } from '../../../shared/proxy.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';

/** Most entries in the open list; the others are found by typing. */
const maxOptions = 100;

export interface ListPickerProps<Row extends { readonly id: number }> {
  readonly label: string;
  readonly description?: string;
  readonly query: UseQueryResult<ListReading<Row>>;
  /** The rows to choose from, out of those that were read. */
  readonly rows: readonly Row[];
  /** One line that holds everything that may be searched for. */
  readonly describe: (row: Row) => string;
  /** What to do when there is nothing to choose from. */
  readonly emptyText: string;
  /** Number of the chosen row; null for none. */
  readonly value: number | null;
  readonly onChoose: (row: Row) => void;
}

/** A choice from a list of ixBrowser, searched by typing. */
export function ListPicker<Row extends { readonly id: number }>(props: ListPickerProps<Row>) {
  const { label, description, query, rows, describe, emptyText, value, onChoose } = props;
  const { t } = useMessages();
  const errorText = useErrorText();
  const readAgain = (
    <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
      {t('extraction.list.readAgain')}
    </Button>
  );
  if (query.error) {
    const { sentence, code } = errorText(query.error);
    return (
      <Notice tone="bad" actions={readAgain}>
        <strong>{label}:</strong> {t('extraction.list.failed')} {sentence} <small>{code}</small>
      </Notice>
    );
  }
  if (query.data && rows.length === 0) {
    return (
      <Notice tone="warning" actions={readAgain}>
        {emptyText}
      </Notice>
    );
  }
  const isGone = query.data !== undefined && value !== null && !rows.some(({ id }) => id === value);
  const unreadable = query.data?.unreadable ?? 0;
  return (
    <>
      <Select
        label={label}
        description={description}
        placeholder={t(query.isLoading ? 'extraction.list.reading' : 'extraction.list.choose', {
          count: rows.length,
        })}
        nothingFoundMessage={t('profiles.filter.nothingFound')}
        searchable
        limit={maxOptions}
        maxDropdownHeight={240}
        disabled={query.isLoading}
        error={isGone ? t('extraction.list.gone', { id: value }) : null}
        comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed', transitionProps: { duration: 80 } }}
        data={rows.map((row) => ({ value: String(row.id), label: describe(row) }))}
        value={value === null || isGone ? null : String(value)}
        onChange={(chosen) => {
          const row = rows.find(({ id }) => String(id) === chosen);
          if (row) onChoose(row);
        }}
      />
      {unreadable > 0 && (
        <Notice tone="warning">{t('extraction.list.unreadable', { count: unreadable })}</Notice>
      )}
    </>
  );
}
