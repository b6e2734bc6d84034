export interface CappedBuffer {
  readonly add: (chunk: Buffer) => void;
  bytes(): Uint8Array;
}

/** Keeps the first `limit` bytes, or hands them on; calls `onFull` once when more arrive, and drops those. */
export function createCappedBuffer(
  limit: number,
  onFull: () => void,
  handOn: ((piece: Uint8Array) => void) | null,
): CappedBuffer {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk) {
      const room = limit - size;
      const piece = chunk.subarray(0, Math.max(0, room));
      if (piece.length > 0 && handOn === null) chunks.push(piece);
      else if (piece.length > 0) handOn?.(piece);
      if (size <= limit && size + chunk.length > limit) onFull();
      size += chunk.length;
    },
    bytes: () => Buffer.concat(chunks),
  };
}
