import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { DemoFault } from '../../shared/demo-control.ts';
import type { Reply } from './reply.ts';
import { spoilBody } from './spoil.ts';

const pieceLength = 1024 * 1024;

/** How a reply goes out. */
export interface Delivery {
  readonly response: ServerResponse;
  readonly reply: Reply;
  readonly fault: DemoFault | undefined;
  /** Ends waiting: the server closes, or the fault was removed. */
  readonly signal: AbortSignal;
  /**
   * Called right before the last byte is written. A client may send its next request the moment it has the reply,
   * so that the place of this one must be free by then.
   */
  readonly beforeEnd: () => void;
}

/** Sends a reply, spoiled by its fault if it has one. Resolves when there is nothing more to send. */
export async function deliver(delivery: Delivery): Promise<void> {
  const { fault, response, reply } = delivery;
  if (fault === undefined) return sendText(delivery, JSON.stringify(reply.body));
  const text = JSON.stringify(spoilBody(reply.body, fault));
  switch (fault.kind) {
    case 'resetBefore':
    case 'resetAfter':
      return reset(response);
    case 'hang':
      return hang(delivery);
    case 'cutBody':
      return cut(delivery, Buffer.from(text));
    case 'malformedBody':
      return sendText(delivery, `${text.slice(0, Math.ceil(text.length / 2))}}}}`);
    case 'html':
      return sendText(delivery, htmlPage, { 'content-type': 'text/html; charset=utf-8' }, 200);
    case 'httpStatus':
      return sendText(delivery, `Status ${fault.status}\n`, { 'content-type': 'text/plain' }, fault.status);
    case 'redirect':
      return sendText(delivery, '', { location: fault.location }, 302);
    case 'wrongContentType':
      return sendText(delivery, text, { 'content-type': 'text/plain' });
    case 'gzip':
      return sendBytes(delivery, gzipSync(text), { 'content-encoding': 'gzip' });
    case 'bom':
      return sendText(delivery, `\uFEFF${text}`);
    case 'invalidUtf8':
      return sendBytes(delivery, spoilBytes(text));
    case 'hugeBody':
      return sendHuge(delivery, text, fault.bytes);
    case 'deepBody':
      return sendText(
        delivery,
        `{"error":{"code":0},"data":${'['.repeat(fault.depth)}${']'.repeat(fault.depth)}}`,
      );
    case 'slowBody':
      return sendSlowly(delivery, Buffer.from(text), fault.pieces, fault.pauseMilliseconds);
    default:
      return sendText(delivery, text);
  }
}

/** Page of another program on the port. */
export const htmlPage =
  '<!doctype html><html><head><title>Welcome</title></head><body><h1>It works</h1></body></html>\n';

type Headers = Readonly<Record<string, string>>;

function sendText(delivery: Delivery, text: string, headers: Headers = {}, status?: number): void {
  sendBytes(delivery, Buffer.from(text), headers, status);
}

function sendBytes(delivery: Delivery, bytes: Buffer, headers: Headers = {}, status?: number): void {
  const { response, reply, beforeEnd } = delivery;
  beforeEnd();
  if (response.destroyed) return;
  response.writeHead(status ?? reply.httpStatus, {
    'content-type': 'application/json',
    'content-length': bytes.length,
    ...headers,
  });
  response.end(bytes);
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

/** Waits until the client has gone, or ends the connection when waiting has become pointless. */
async function hang({ response, signal }: Delivery): Promise<void> {
  await new Promise<void>((resolve) => {
    response.once('close', resolve);
    if (response.destroyed || signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  reset(response);
}

async function cut({ response, reply }: Delivery, bytes: Buffer): Promise<void> {
  response.writeHead(reply.httpStatus, {
    'content-type': 'application/json',
    'content-length': bytes.length,
  });
  await write(response, bytes.subarray(0, Math.floor(bytes.length / 2)));
  response.socket?.end();
}

async function sendSlowly(
  { response, reply, signal, beforeEnd }: Delivery,
  bytes: Buffer,
  pieces: number,
  pause: number,
): Promise<void> {
  response.writeHead(reply.httpStatus, {
    'content-type': 'application/json',
    'content-length': bytes.length,
  });
  const length = Math.ceil(bytes.length / pieces);
  for (let start = 0; start < bytes.length && !response.destroyed; start += length) {
    if (start > 0) await sleep(pause, undefined, { signal });
    if (start + length >= bytes.length) beforeEnd();
    await write(response, bytes.subarray(start, start + length));
  }
  response.end();
}

/** Blanks are valid JSON between two members, so that the reply stays right and only its size is wrong. */
async function sendHuge(
  { response, reply, beforeEnd }: Delivery,
  text: string,
  bytes: number,
): Promise<void> {
  response.writeHead(reply.httpStatus, { 'content-type': 'application/json' });
  await write(response, Buffer.from(text.slice(0, 1)));
  const blanks = Buffer.alloc(pieceLength, ' ');
  for (let sent = 0; sent < bytes && !response.destroyed; sent += pieceLength) {
    await write(response, blanks.subarray(0, Math.min(pieceLength, bytes - sent)));
  }
  beforeEnd();
  if (!response.destroyed) response.end(text.slice(1));
}

/** Resolves once the bytes are handed to the system, or the client has gone. */
async function write(response: ServerResponse, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve) => {
    if (response.destroyed) resolve();
    else response.write(bytes, () => resolve());
  });
}

/** A byte that never occurs in UTF-8, in the middle of the first text value. */
function spoilBytes(text: string): Buffer {
  const marker = '"message":"';
  const place = text.indexOf(marker);
  const at = place === -1 ? text.indexOf('"') + 1 : place + marker.length;
  return Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([0xff]), Buffer.from(text.slice(at))]);
}
