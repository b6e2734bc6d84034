import { checkExtraFields } from '#adapters/github/zip/check-extra-fields.ts';
import { demand } from '#adapters/github/zip/demand.ts';

/** The one entry of an archive, as both of its records describe it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** Bytes when unpacked, as declared. */
  readonly size: number;
  /** The packed bytes. */
  readonly data: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DESCRIPTOR = 0x08074b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;

/** Flags: sizes follow the data, names are UTF-8, and how hard deflate tried. Encrypted, patched or masked ones are refused. */
const KNOWN_FLAGS = 0x080e;
const SIZES_FOLLOW = 0x0008;
/**
 * Finds the only entry: local record, data, central record and end record must follow each other without a gap from the
 * first byte to the last, and agree. Throws `ZipRefusal`, or RangeError where a record is cut off.
 */
export function locateEntry(archive: Uint8Array): ZipEntry {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - END_BYTES;
  const central = readEnd(view, end);
  demand(view.getUint32(central, true) === CENTRAL, 'there is no directory');
  const flags = view.getUint16(central + 8, true);
  demand((flags & ~KNOWN_FLAGS) === 0, 'the file is encrypted or packed in an unknown way');
  const fields = {
    flags,
    method: view.getUint16(central + 10, true),
    crc: view.getUint32(central + 16, true),
    packed: view.getUint32(central + 20, true),
    size: view.getUint32(central + 24, true),
  };
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((at) => view.getUint16(central + at, true));
  demand(commentBytes === 0 && view.getUint16(central + 34, true) === 0, 'the directory has a comment or another disk');
  demand(view.getUint32(central + 42, true) === 0, 'something stands before the file');
  const nameAt = central + CENTRAL_BYTES;
  const nameEnd = nameAt + (nameBytes ?? 0);
  demand(nameEnd + (extraBytes ?? 0) === end, 'the directory has another size than it says');
  checkExtraFields(view, nameEnd, end);
  const name = decode(archive.subarray(nameAt, nameEnd));
  const data = readLocal(archive, view, { ...fields, name, central });
  return { name, method: fields.method, crc: fields.crc, size: fields.size, data };
}

/** Offset of the directory; the end record must be the archive's last bytes, without a comment. */
function readEnd(view: DataView, end: number): number {
  demand(end >= 0 && view.getUint32(end, true) === END, 'there is no end record where it must be');
  demand(view.getUint32(end + 4, true) === 0 && view.getUint16(end + 20, true) === 0, 'several disks, or a comment');
  const counts = [view.getUint16(end + 8, true), view.getUint16(end + 10, true)];
  demand(
    counts.every((count) => count === 1),
    'the archive has not exactly one file',
  );
  const central = view.getUint32(end + 16, true);
  demand(central + view.getUint32(end + 12, true) === end, 'the directory is not where it says');
  return central;
}

interface Described {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly name: string;
  readonly central: number;
}

function readLocal(archive: Uint8Array, view: DataView, told: Described): Uint8Array {
  demand(view.getUint32(0, true) === LOCAL, 'the archive does not begin with the file');
  demand(view.getUint16(6, true) === told.flags && view.getUint16(8, true) === told.method, 'the records differ');
  const nameEnd = LOCAL_BYTES + view.getUint16(26, true);
  const start = nameEnd + view.getUint16(28, true);
  demand(decode(archive.subarray(LOCAL_BYTES, nameEnd)) === told.name, 'the records name different files');
  checkExtraFields(view, nameEnd, start);
  const local = [14, 18, 22].map((at) => view.getUint32(at, true));
  const agreed = [told.crc, told.packed, told.size];
  const follow = (told.flags & SIZES_FOLLOW) !== 0;
  demand(
    local.every((value, index) => value === agreed[index] || (follow && value === 0)),
    'the records differ in size',
  );
  const dataEnd = start + told.packed;
  demand(dataEnd <= told.central, 'the file overlaps its directory');
  checkDescriptor(view, dataEnd, told, follow ? agreed : []);
  return archive.subarray(start, dataEnd);
}

/** Sizes that follow the data, with or without their signature; without that flag nothing may follow. */
function checkDescriptor(view: DataView, at: number, { central }: Described, agreed: readonly number[]): void {
  const signed = central - at === (agreed.length + 1) * 4 && agreed.length > 0;
  demand(signed || central - at === agreed.length * 4, 'something stands between the file and its directory');
  if (signed) demand(view.getUint32(at, true) === DESCRIPTOR, 'the sizes have a wrong signature');
  const first = at + (signed ? 4 : 0);
  demand(
    agreed.every((value, index) => view.getUint32(first + index * 4, true) === value),
    'the sizes differ',
  );
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
