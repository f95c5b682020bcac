/*
 * Values travel between the page and the main process as JSON text. What JSON lacks is tagged:
 * undefined, NaN, ±Infinity, -0, bigint, Date, RegExp, Map, Set, ArrayBuffer, views, Error.
 * Not carried, unlike Electron's structured clone: cycles, shared references, keys whose value is
 * undefined (the key is kept, as undefined), non-index properties of arrays, Blob, ports.
 * Both functions run in the page too (their source text is injected), so each stands alone.
 */

/** Turns a value into text; throws `An object could not be cloned.` for functions, symbols, promises and cycles. */
export function encodeMessage(value: unknown): string {
  const TAG = '$standIn';
  const toBase64 = (bytes: Uint8Array): string => {
    let binary = '';
    for (let i = 0; i < bytes.length; i += 0x8000) {
      binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    }
    return btoa(binary);
  };
  const tagObject = (object: object): unknown => {
    if (object instanceof Date) return { [TAG]: 'date', value: object.getTime() };
    if (object instanceof RegExp) return { [TAG]: 'regexp', value: object.source, flags: object.flags };
    if (object instanceof Map) return { [TAG]: 'map', value: [...object] };
    if (object instanceof Set) return { [TAG]: 'set', value: [...object] };
    if (object instanceof Error)
      return { [TAG]: 'error', name: object.name, value: object.message, stack: object.stack };
    if (object instanceof ArrayBuffer) return { [TAG]: 'buffer', value: toBase64(new Uint8Array(object)) };
    if (ArrayBuffer.isView(object)) {
      const type = object.constructor.name === 'Buffer' ? 'Uint8Array' : object.constructor.name;
      return {
        [TAG]: 'view',
        type,
        value: toBase64(new Uint8Array(object.buffer, object.byteOffset, object.byteLength)),
      };
    }
    const prototype = Object.getPrototypeOf(object);
    if (Array.isArray(object) || prototype === null || prototype === Object.prototype) return object;
    return structuredClone(object);
  };
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };
  function replace(this: Record<string, unknown>, key: string): unknown {
    const current = this[key];
    switch (typeof current) {
      case 'undefined':
        return { [TAG]: 'undefined' };
      case 'number':
        return Number.isFinite(current) && !Object.is(current, -0)
          ? current
          : { [TAG]: 'number', value: Object.is(current, -0) ? '-0' : String(current) };
      case 'bigint':
        return { [TAG]: 'bigint', value: String(current) };
      case 'function':
      case 'symbol':
        return refuse();
      case 'object':
        if (current === null) return null;
        return current instanceof Promise ? refuse() : tagObject(current);
      default:
        return current;
    }
  }
  // A replacer makes JSON.stringify several times slower; most messages need none.
  const isJson = (part: unknown, depth: number): boolean => {
    if (typeof part === 'number') return Number.isFinite(part) && !Object.is(part, -0);
    if (typeof part !== 'object' || part === null)
      return part === null || typeof part === 'string' || typeof part === 'boolean';
    // Deeper than any message: perhaps a cycle, which JSON.stringify finds.
    if (depth > 200) return false;
    if (Array.isArray(part)) {
      for (let i = 0; i < part.length; i += 1) if (!isJson(part[i], depth + 1)) return false;
      return true;
    }
    const prototype = Object.getPrototypeOf(part);
    if (prototype !== null && prototype !== Object.prototype) return false;
    for (const key in part) if (!isJson((part as Record<string, unknown>)[key], depth + 1)) return false;
    return true;
  };
  if (isJson(value, 0)) return JSON.stringify(value);
  try {
    return JSON.stringify(value, replace);
  } catch (error) {
    if (error instanceof TypeError && error.message.includes('circular')) return refuse();
    throw error;
  }
}

/** The inverse of {@link encodeMessage}. */
export function decodeMessage(text: string): unknown {
  const TAG = '$standIn';
  const VIEWS: Record<string, (buffer: ArrayBuffer) => unknown> = {
    DataView: (buffer) => new DataView(buffer),
    Int8Array: (buffer) => new Int8Array(buffer),
    Uint8ClampedArray: (buffer) => new Uint8ClampedArray(buffer),
    Int16Array: (buffer) => new Int16Array(buffer),
    Uint16Array: (buffer) => new Uint16Array(buffer),
    Int32Array: (buffer) => new Int32Array(buffer),
    Uint32Array: (buffer) => new Uint32Array(buffer),
    Float32Array: (buffer) => new Float32Array(buffer),
    Float64Array: (buffer) => new Float64Array(buffer),
    BigInt64Array: (buffer) => new BigInt64Array(buffer),
    BigUint64Array: (buffer) => new BigUint64Array(buffer),
  };
  const fromBase64 = (encoded: string): ArrayBuffer => {
    const binary = atob(encoded);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
    return bytes.buffer;
  };
  const revive = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i += 1) value[i] = revive(value[i]);
      return value;
    }
    const object = value as Record<string, unknown>;
    const text = String(object.value);
    switch (object[TAG]) {
      case undefined:
        for (const key of Object.keys(object)) object[key] = revive(object[key]);
        return object;
      case 'undefined':
        return undefined;
      case 'number':
        return Number(text);
      case 'bigint':
        return BigInt(text);
      case 'date':
        return new Date(object.value === null ? Number.NaN : Number(object.value));
      case 'regexp':
        return new RegExp(text, String(object.flags));
      case 'map':
        return new Map(revive(object.value) as [unknown, unknown][]);
      case 'set':
        return new Set(revive(object.value) as unknown[]);
      case 'buffer':
        return fromBase64(text);
      case 'view':
        return (VIEWS[String(object.type)] ?? ((buffer) => new Uint8Array(buffer)))(fromBase64(text));
      case 'error': {
        const error = new Error(text);
        error.name = String(object.name);
        if (typeof object.stack === 'string') error.stack = object.stack;
        return error;
      }
      default:
        return object;
    }
  };
  const parsed: unknown = JSON.parse(text);
  return text.includes('"$standIn"') ? revive(parsed) : parsed;
}
