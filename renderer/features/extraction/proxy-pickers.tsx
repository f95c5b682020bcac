import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { SavedProxy, SavedProxyKind, TrafficPackage } from '../../../shared/proxy.ts';
import { commandQuery } from '../../command-query.ts';
import { useMessages } from '../../messages.tsx';
import { ListPicker } from './list-picker.tsx';

interface PickerProps<Row> {
  readonly label: string;
  readonly description?: string;
  readonly emptyText: string;
  readonly value: number | null;
  readonly onChoose: (row: Row) => void;
}

/** A choice among the saved proxies of one kind. */
export function SavedProxyPicker({
  kind,
  ...picker
}: PickerProps<SavedProxy> & { readonly kind: SavedProxyKind }) {
  // Proxies are bought and entered in ixBrowser: each opening of the form asks anew.
  const query = useQuery({ ...commandQuery('proxies.list', {}), staleTime: 0 });
  const rows = useMemo(() => query.data?.rows.filter((row) => row.kind === kind) ?? [], [query.data, kind]);
  return <ListPicker {...picker} query={query} rows={rows} describe={describeProxy} />;
}

/** A choice among the purchased traffic packages. */
export function TrafficPackagePicker(picker: PickerProps<TrafficPackage>) {
  const { t } = useMessages();
  const query = useQuery({ ...commandQuery('trafficPackages.list', {}), staleTime: 0 });
  const describe = useCallback(
    ({ id, supplier, limitMegabytes, usedMegabytes }: TrafficPackage) => {
      const parts = [String(id)];
      if (supplier !== '') parts.push(supplier);
      if (limitMegabytes !== null && usedMegabytes !== null)
        parts.push(
          t('extraction.list.traffic', {
            left: Math.max(0, Math.round(limitMegabytes - usedMegabytes)),
            all: Math.round(limitMegabytes),
          }),
        );
      return parts.join(' · ');
    },
    [t],
  );
  return <ListPicker {...picker} query={query} rows={query.data?.rows ?? []} describe={describe} />;
}

function describeProxy(row: SavedProxy): string {
  const { id, type, host, port, country, city, note, tags } = row;
  const address = host === null ? null : port === null ? host : `${host}:${port}`;
  const parts = [String(id), address, type, country, city, note, ...tags];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
