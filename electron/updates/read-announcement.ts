import {
  type UpdateAnnouncement,
  type UpdateFailure,
  updateAddress,
  updateAnnouncement,
} from '../../shared/update.ts';

/** Milliseconds for the whole answer, redirections included. */
const deadline = 10_000;
const maxBytes = 64 * 1024;
const maxRedirections = 3;

export type AnnouncementReading =
  | { readonly ok: true; readonly announcement: UpdateAnnouncement }
  | { readonly ok: false; readonly failure: UpdateFailure };

/**
 * Asks the address for the newest version. Sends nothing about this computer, its user or the running
 * version. Redirections are followed only to https. `request` is Node's own `fetch` but in tests; Electron's
 * `net.fetch` would also read files.
 */
export async function readAnnouncement(
  address: string,
  request: typeof fetch = fetch,
  timeLimit: AbortSignal = AbortSignal.timeout(deadline),
): Promise<AnnouncementReading> {
  try {
    return await follow(address, request, timeLimit);
  } catch {
    // `fetch` rejects for every fault of the network, and when the time limit ends it.
    return { ok: false, failure: timeLimit.aborted ? 'timed_out' : 'unreachable' };
  }
}

async function follow(
  address: string,
  request: typeof fetch,
  timeLimit: AbortSignal,
): Promise<AnnouncementReading> {
  let target = address;
  for (let step = 0; step <= maxRedirections; step++) {
    if (!updateAddress.safeParse(target).success) return { ok: false, failure: 'refused' };
    const response = await request(target, {
      redirect: 'manual',
      credentials: 'omit',
      headers: { accept: 'application/json', 'user-agent': 'Profile Panel' },
      signal: timeLimit,
    });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location && URL.canParse(location, target)) {
      await response.body?.cancel();
      target = new URL(location, target).href;
      continue;
    }
    if (response.status !== 200) {
      await response.body?.cancel();
      return { ok: false, failure: 'refused' };
    }
    return parseAnnouncement(await readText(response));
  }
  return { ok: false, failure: 'refused' };
}

/** The body as text; null when it is too long or not UTF-8. */
async function readText(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the body, and with it the connection.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    // Not UTF-8: guessing would show wrong notes.
    return null;
  }
}

function parseAnnouncement(text: string | null): AnnouncementReading {
  try {
    const parsed = updateAnnouncement.safeParse(JSON.parse(text ?? ''));
    if (parsed.success) return { ok: true, announcement: parsed.data };
  } catch {
    // Not JSON; told like JSON of another form.
  }
  return { ok: false, failure: 'unreadable' };
}
