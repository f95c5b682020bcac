import type { IncomingMessage } from 'node:http';

const largestBody = 20 * 1024 * 1024;

/** A request body: parsed, or the raw text when it is not JSON. */
export type RequestBody =
  | { readonly isJson: true; readonly value: unknown }
  | { readonly isJson: false; readonly value: string };

/** Reads a whole body; none at all counts as an empty object. Null when the client left or sent too much. */
export async function readBody(request: IncomingMessage): Promise<RequestBody | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > largestBody) return null;
      chunks.push(chunk);
    }
  } catch {
    // The client went away before it had sent everything: there is nobody to answer.
    return null;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return { isJson: true, value: {} };
  try {
    return { isJson: true, value: JSON.parse(text) };
  } catch {
    // Answered as the API answers broken JSON; the text goes into the journal.
    return { isJson: false, value: text };
  }
}
