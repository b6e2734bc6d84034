/** Bytes as UTF-8 text; null when they are not text. A byte order mark stays, so that nothing is changed by reading. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The decoder's way of saying that this is no UTF-8.
    return null;
  }
}
