import { readHeader, TarRefusal, BLOCK } from '#adapters/sandbox/artifacts/read-tar-header.ts';
import { refusal, success, type Result } from '#domain/failure/result.ts';

/** A file that a command left. */
export interface Artifact {
  /** Relative, with `/`. */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface ArtifactLimits {
  /** Of all files together. */
  readonly bytes: number;
  /** Files and folders. */
  readonly files: number;
}

/**
 * Reads a tar archive of plain files and folders. It is taken whole or not at all: links, FIFOs, devices, sparse files,
 * paths that leave the folder or touch git's own, doubled names, and archives that are cut off are refused.
 */
export function readArtifacts(archive: Uint8Array, limits: ArtifactLimits): Result<readonly Artifact[], string> {
  try {
    return success(readAll(archive, limits));
  } catch (cause) {
    if (cause instanceof TarRefusal) return refusal(cause.message);
    throw cause;
  }
}

function readAll(archive: Uint8Array, limits: ArtifactLimits): Artifact[] {
  const found = new Map<string, Artifact>();
  const names = new Set<string>();
  let bytes = 0;
  let at = 0;
  for (let header = readHeader(archive, at); header !== null; header = readHeader(archive, at)) {
    const { path, size, isFolder } = header;
    const start = at + BLOCK;
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    if (at > archive.length) throw new TarRefusal('the archive is cut off');
    if (names.has(path)) throw new TarRefusal('two files have the same name');
    names.add(path);
    bytes += size;
    if (names.size > limits.files) throw new TarRefusal(`more than ${limits.files} files`);
    if (bytes > limits.bytes) throw new TarRefusal(`more than ${limits.bytes} bytes`);
    if (!isFolder) found.set(path, { path, content: archive.slice(start, start + size) });
  }
  if (archive.subarray(at).some((byte) => byte !== 0)) throw new TarRefusal('something follows the end of the archive');
  for (const path of found.keys())
    if ([...names].some((other) => other.startsWith(`${path}/`))) throw new TarRefusal('a file is a folder too');
  return [...found.values()];
}
