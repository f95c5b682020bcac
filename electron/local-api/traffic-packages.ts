import type { ListReading, TrafficPackage } from '../../shared/proxy.ts';
import type { Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { ListReader } from './outcome.ts';
import { readList } from './read-list.ts';

/** Reads all purchased traffic packages. Fails like `readList`. */
export function listTrafficPackages(
  client: ListReader,
  clock?: Clock,
): Promise<Result<ListReading<TrafficPackage>>> {
  return readList(
    client,
    'traffic-package-list',
    (wire) => ({
      id: wire.id,
      limitMegabytes: toMegabytes(wire.limit_flow),
      usedMegabytes: toMegabytes(wire.used_flow),
      supplier: wire.supply_name ?? '',
    }),
    clock,
  );
}

/** The API sends decimal text such as "1024.00". */
function toMegabytes(text: string | null | undefined): number | null {
  return text && /^\d{1,12}(\.\d{1,6})?$/.test(text.trim()) ? Number(text) : null;
}
