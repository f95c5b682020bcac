import type { DemoFault } from '../../shared/demo-control.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * The body of a reply after a fault has had its way with the content: ids added or doubled, a row broken, a type
 * changed. Faults of the transport leave it as it is.
 */
export function spoilBody(body: unknown, fault: DemoFault): unknown {
  if (typeof body !== 'object' || body === null) return body;
  switch (fault.kind) {
    case 'wrongType': {
      const data = 'data' in body ? body.data : undefined;
      return { ...body, data: typeof data === 'string' ? { unexpected: true } : 'unexpected' };
    }
    case 'extraIds':
      return changeList(body, (list) => [
        ...list,
        ...fault.ids.map((id) => (typeof list[0] === 'string' ? String(id) : id)),
      ]);
    case 'duplicateIds':
      return changeList(body, (list) => list.flatMap((each) => [each, each]));
    case 'malformedRow':
      return changeList(body, (list) =>
        list.map((row, index) => (index === fault.row ? spoilRow(row, fault.part) : row)),
      );
    default:
      return body;
  }
}

/** Changes the list of a reply, whether `data` is the list or a page that holds it. */
function changeList(body: object, change: (list: readonly unknown[]) => unknown[]): unknown {
  const data = 'data' in body ? body.data : undefined;
  if (Array.isArray(data)) return { ...body, data: change(data) };
  if (typeof data !== 'object' || data === null || !('data' in data) || !Array.isArray(data.data))
    return body;
  return { ...body, data: { ...data, data: change(data.data) } };
}

function spoilRow(row: unknown, part: 'id' | 'nullName' | 'name' | 'row'): unknown {
  if (part === 'row' || typeof row !== 'object' || row === null) return 'not a row';
  const fields = row as Row;
  const idField = 'profile_id' in fields ? 'profile_id' : 'id';
  const nameField = 'name' in fields ? 'name' : 'title';
  if (part === 'id') return { ...fields, [idField]: 'abc' };
  return { ...fields, [nameField]: part === 'nullName' ? null : { unexpected: true } };
}
