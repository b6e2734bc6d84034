import { crc32, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { locateEntry, type ZipEntry } from '#adapters/github/zip/locate-entry.ts';
import { ZipRefusal } from '#adapters/github/zip/zip-refusal.ts';

export interface SingleFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What node gives with `info`; `bytesWritten` counts the packed bytes that were read. */
const Unpacked = z.object({ buffer: z.instanceof(Uint8Array), engine: z.object({ bytesWritten: z.number() }) });

const STORED = 0;
const DEFLATED = 8;

/**
 * The one file of a zip archive that holds nothing else. Stricter than the format: every byte must belong to the entry, its
 * record or the end record, so that no two readers can see different files in it. Never unpacks more than `limit` bytes.
 * Throws `ZipRefusal`.
 */
export function readSingleFileZip(archive: Uint8Array, limit: number): SingleFile {
  const entry = locate(archive);
  if (entry.size > limit || entry.data.length > limit) throw new ZipRefusal('the file is too large');
  const content = unpack(entry);
  if (content.length !== entry.size) throw new ZipRefusal('the file is not as large as it says');
  if (crc32(content) !== entry.crc) throw new ZipRefusal('the checksum is wrong');
  return { name: entry.name, content };
}

function locate(archive: Uint8Array): ZipEntry {
  try {
    return locateEntry(archive);
  } catch (cause) {
    // Offsets beyond the end of the bytes, names that are no UTF-8.
    if (cause instanceof RangeError || cause instanceof TypeError)
      throw new ZipRefusal('the archive is cut off', { cause });
    throw cause;
  }
}

function unpack({ method, data, size }: ZipEntry): Uint8Array {
  if (method === STORED) return data;
  if (method !== DEFLATED) throw new ZipRefusal('the file is packed in an unknown way');
  try {
    // One byte more than declared is enough to see that it lies; what follows the packed data is an error of its own.
    const unpacked: unknown = inflateRawSync(data, { maxOutputLength: size + 1, info: true });
    const { buffer, engine } = Unpacked.parse(unpacked);
    if (engine.bytesWritten !== data.length) throw new ZipRefusal('something follows the packed data');
    return buffer;
  } catch (cause) {
    throw cause instanceof ZipRefusal ? cause : new ZipRefusal('the packed data cannot be read', { cause });
  }
}
