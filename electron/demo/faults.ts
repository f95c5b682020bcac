import type { DemoCommandRequest, DemoFault } from '../../shared/demo-control.ts';

type FaultRequest = DemoCommandRequest<'faults.add'>;

/** A fault that met a request. */
export interface MetFault {
  readonly id: number;
  readonly fault: DemoFault;
  /** Aborted when the fault is removed, so that hanging requests end. */
  readonly removed: AbortSignal;
}

interface Script extends FaultRequest {
  readonly id: number;
  readonly removal: AbortController;
  passed: number;
  met: number;
}

/** The faults that are set, in the order they were added. */
export class Faults {
  readonly #scripts = new Map<number, Script>();
  #lastId = 0;

  /** Adds a fault and gives its number. */
  add(request: FaultRequest): number {
    this.#lastId += 1;
    const script = { ...request, id: this.#lastId, removal: new AbortController(), passed: 0, met: 0 };
    this.#scripts.set(this.#lastId, script);
    return this.#lastId;
  }

  /** Removes one fault, or all. */
  clear(id?: number): void {
    for (const script of [...this.#scripts.values()].filter((each) => id === undefined || each.id === id)) {
      script.removal.abort();
      this.#scripts.delete(script.id);
    }
  }

  /** The fault that meets this request, if one does; counts it as met. */
  meet(action: string, body: unknown): MetFault | null {
    for (const script of this.#scripts.values()) {
      if (script.action !== '*' && script.action !== action) continue;
      if (script.profileIds !== undefined && !concerns(body, script.profileIds)) continue;
      if (script.passed < (script.after ?? 0)) {
        script.passed += 1;
        continue;
      }
      if (script.times !== undefined && script.met >= script.times) continue;
      script.met += 1;
      return { id: script.id, fault: script.fault, removed: script.removal.signal };
    }
    return null;
  }
}

const silentKinds: ReadonlySet<DemoFault['kind']> = new Set([
  'error',
  'html',
  'httpStatus',
  'redirect',
  'hang',
  'resetBefore',
]);

/** Whether the request is acted on before the fault spoils the reply. */
export function letsAct(fault: DemoFault): boolean {
  return fault.acts ?? !silentKinds.has(fault.kind);
}

/** The request without the ids that a partial success leaves alone. */
export function withoutOmitted(body: unknown, fault: DemoFault | undefined): unknown {
  if (fault?.kind !== 'partial' || typeof body !== 'object' || body === null) return body;
  const ids = 'profile_id' in body ? body.profile_id : undefined;
  if (!Array.isArray(ids)) return body;
  return { ...body, profile_id: ids.filter((id) => !fault.omit.includes(Number(id))) };
}

/** Whether a request is a batch call that names no profile. */
export function isEmptyBatch(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('profile_id' in body)) return false;
  return Array.isArray(body.profile_id) && body.profile_id.length === 0;
}

/** Whether a request names one of the profiles. */
function concerns(body: unknown, profileIds: readonly number[]): boolean {
  if (typeof body !== 'object' || body === null || !('profile_id' in body)) return false;
  const ids = Array.isArray(body.profile_id) ? body.profile_id : [body.profile_id];
  return ids.some((id) => profileIds.includes(Number(id)));
}
