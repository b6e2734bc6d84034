/** Why an archive is not taken. The message never quotes the archive. */
export class TarRefusal extends Error {}

export interface TarHeader {
  readonly path: string;
  /** Bytes of content that follow the header; 0 for folders. */
  readonly size: number;
  readonly isFolder: boolean;
}

/** Archives are sequences of these. */
export const BLOCK = 512;

const FILE = '0';
const FOLDER = '5';
/** Names that git reads as its own folder, also on file systems that do not tell case or trailing dots apart. */
const GIT = /^\.git[. ]*$|^git~\d$/i;
const PLAIN = /^[^\p{Cc}\p{Cf}\\]{1,200}$/u;

/** The header at an offset; null at the end of the archive (two empty blocks). Throws `TarRefusal`. */
export function readHeader(archive: Uint8Array, at: number): TarHeader | null {
  const block = archive.subarray(at, at + BLOCK);
  if (block.length < BLOCK) throw new TarRefusal('the archive is cut off');
  if (block.every((byte) => byte === 0)) {
    const next = archive.subarray(at + BLOCK, at + BLOCK * 2);
    if (next.length === BLOCK && next.every((byte) => byte === 0)) return null;
    throw new TarRefusal('the archive is cut off');
  }
  if (text(block, 257, 263) !== 'ustar' || text(block, 263, 265) !== '00')
    throw new TarRefusal('not a plain tar archive');
  if (octal(block, 148, 156) !== checksum(block)) throw new TarRefusal('a checksum is wrong');
  const kind = text(block, 156, 157);
  if (kind !== FILE && kind !== FOLDER) throw new TarRefusal('something is neither a file nor a folder');
  if (text(block, 157, 257) !== '') throw new TarRefusal('something is a link');
  const isFolder = kind === FOLDER;
  const size = octal(block, 124, 136);
  if (isFolder && size !== 0) throw new TarRefusal('a folder has content');
  const prefix = text(block, 345, 500);
  return { path: checkedPath(`${prefix === '' ? '' : `${prefix}/`}${text(block, 0, 100)}`, isFolder), size, isFolder };
}

/** Without the leading `./` that tar writes; `.` for the folder itself. */
function checkedPath(raw: string, isFolder: boolean): string {
  if (raw === './' && isFolder) return '.';
  const path = (isFolder ? raw.replace(/\/$/, '') : raw).replace(/^\.\//, '');
  const parts = path.split('/');
  if (path.startsWith('/') || parts.some((part) => part === '..' || part === '.' || part === ''))
    throw new TarRefusal('a path leaves its folder');
  if (parts.some((part) => GIT.test(part))) throw new TarRefusal('a path is in the folder of git');
  if (!parts.every((part) => PLAIN.test(part))) throw new TarRefusal('a name is not plain text');
  return path;
}

function text(block: Uint8Array, start: number, end: number): string {
  const field = block.subarray(start, end);
  const length = field.indexOf(0);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      length < 0 ? field : field.subarray(0, length),
    );
  } catch {
    throw new TarRefusal('a name is not plain text');
  }
}

function octal(block: Uint8Array, start: number, end: number): number {
  const digits = text(block, start, end).trim();
  if (!/^[0-7]{1,12}$/.test(digits)) throw new TarRefusal('a number is not one');
  return Number.parseInt(digits, 8);
}

/** Sum of the header's bytes, its own field taken as spaces. */
function checksum(block: Uint8Array): number {
  return block.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}
