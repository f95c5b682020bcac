/** The text of a reply. */
export interface DecodedReply {
  readonly text: string;
  /** Name of the encoding that fitted; null when none did and characters were replaced by U+FFFD. */
  readonly encoding: string | null;
}

/**
 * Decodes a reply: a byte order mark decides, then the declared charset, then UTF-8, then GBK (as its superset
 * GB18030), which Chinese suppliers send without saying so. A declared charset that does not fit is not believed.
 * Of a reply that was cut the last character may be half: it is left out.
 */
export function decodeReply(bytes: Uint8Array, contentType: string, isCut = false): DecodedReply {
  const marked = findByteOrderMark(bytes);
  const declared = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1];
  const candidates = marked === null ? [declared, 'utf-8', 'gb18030'] : [marked];
  for (const label of candidates) {
    const text = label === undefined ? null : decode(bytes, label, isCut);
    if (text !== null && label !== undefined) return { text, encoding: label.toLowerCase() };
  }
  return { text: new TextDecoder().decode(bytes), encoding: null };
}

function findByteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decode(bytes: Uint8Array, label: string, isCut: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    // An unknown label or bytes that do not fit it: the next encoding is tried.
    return null;
  }
}
