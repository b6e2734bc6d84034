/** Puts pieces of UTF-8 output together and hands on each whole line, without its end. Empty lines are left out. */
export function createLineSplitter(onLine: (line: string) => void): { add(piece: Uint8Array): void } {
  const decoder = new TextDecoder();
  let rest = '';
  return {
    add(piece) {
      const lines = `${rest}${decoder.decode(piece, { stream: true })}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') onLine(line);
    },
  };
}
