import { readFileSync } from 'node:fs';
import type { SourceFile } from '#domain/atom/source-file.ts';

/** A file's text, or why it cannot be taken. */
export type ReadResult = { readonly file: SourceFile } | { readonly problem: string };

/** Reads a file as UTF-8, keeping a byte order mark. Binary and unreadable files are problems, not errors. At once: a thread that analyses has nothing else to do. */
export function readSource(path: string): ReadResult {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { problem: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (bytes.subarray(0, 8192).includes(0)) return { problem: 'is a binary file' };
  try {
    return { file: { path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) } };
  } catch {
    return { problem: 'is not UTF-8 text' };
  }
}
