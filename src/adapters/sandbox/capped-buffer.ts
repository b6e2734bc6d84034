export interface CappedBuffer {
  readonly add: (chunk: Buffer) => void;
  bytes(): Uint8Array;
}

/** Keeps the first `limit` bytes; calls `onFull` once when more arrive, and drops those. */
export function createCappedBuffer(limit: number, onFull: () => void): CappedBuffer {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk) {
      const room = limit - size;
      if (room > 0) chunks.push(chunk.subarray(0, room));
      if (size <= limit && size + chunk.length > limit) onFull();
      size += chunk.length;
    },
    bytes: () => Buffer.concat(chunks),
  };
}
