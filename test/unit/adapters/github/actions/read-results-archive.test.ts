import fc from 'fast-check';
import { crc32, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MgeError } from '#domain/failure/mge-error.ts';
import { readResultsArchive } from '#adapters/github/actions/read-results-archive.ts';

const refused = expect.objectContaining({ code: 'results-invalid' });
const results = strToU8('{"version":1}');
const NAME = 'mge-results.json';
const LIMIT = 10_000;

interface Made {
  name?: string;
  nameInside?: string;
  content?: Uint8Array;
  /** 0 stored, 8 deflated. */
  method?: number;
  flags?: number;
  size?: number;
  crc?: number;
  extra?: Uint8Array;
  comment?: string;
  fileComment?: string;
  before?: Uint8Array;
  afterData?: Uint8Array;
  behindPacked?: Uint8Array;
  entries?: number;
  disk?: number;
  offset?: number;
  streamed?: 'signed' | 'unsigned' | null;
}

/** A zip written field by field, so that each of them can lie. */
function makeZip(made: Made = {}): Uint8Array {
  const { name = NAME, content = results, method = 8, comment = '', fileComment = '', streamed = null } = made;
  const packed = Buffer.concat([
    method === 8 ? deflateRawSync(content) : content,
    made.behindPacked ?? Buffer.alloc(0),
  ]);
  const [crc, size] = [made.crc ?? crc32(content), made.size ?? content.length];
  const flags = made.flags ?? (streamed === null ? 0x800 : 0x808);
  const extra = made.extra ?? new Uint8Array();
  const numbers = (...fields: (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
    Buffer.concat(
      fields.map(([bytes, value]) => {
        const field = Buffer.alloc(bytes);
        if (bytes === 2) field.writeUInt16LE(value);
        else field.writeUInt32LE(value);
        return field;
      }),
    );
  const told = [
    [4, crc],
    [4, packed.length],
    [4, size],
  ] as const;
  const early =
    streamed === null
      ? told
      : ([
          [4, 0],
          [4, 0],
          [4, 0],
        ] as const);
  const inside = made.nameInside ?? name;
  const local = numbers(
    [4, 0x04034b50],
    [2, 20],
    [2, flags],
    [2, method],
    [4, 0],
    ...early,
    [2, inside.length],
    [2, extra.length],
  );
  const descriptor =
    streamed === null
      ? Buffer.alloc(0)
      : numbers(...(streamed === 'signed' ? ([[4, 0x08074b50]] as const) : []), ...told);
  const body = Buffer.concat([
    made.before ?? Buffer.alloc(0),
    local,
    Buffer.from(inside),
    extra,
    packed,
    descriptor,
    made.afterData ?? Buffer.alloc(0),
  ]);
  const head = numbers([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, method], [4, 0], ...told);
  const tail = numbers(
    [2, name.length],
    [2, extra.length],
    [2, fileComment.length],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, made.offset ?? 0],
  );
  const central = Buffer.concat([head, tail, Buffer.from(name), extra, Buffer.from(fileComment)]);
  const count = made.entries ?? 1;
  const end = numbers(
    [4, 0x06054b50],
    [2, made.disk ?? 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, central.length],
    [4, body.length],
    [2, comment.length],
  );
  return new Uint8Array(Buffer.concat([body, central, end, Buffer.from(comment)]));
}

const ZIP64 = Buffer.from([1, 0, 8, 0, 255, 255, 255, 255, 0, 0, 0, 0]);
const OTHER_NAME = Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 0x61]);
const TIMESTAMP = Buffer.from([0x55, 0x54, 5, 0, 1, 0, 0, 0, 0]);

function outcomeOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('latin1').decode(readResultsArchive(bytes, LIMIT));
  } catch (error) {
    return error instanceof MgeError ? error.code : String(error);
  }
}

describe('readResultsArchive gives the one file', () => {
  it.each([
    ['packed', zipSync({ [NAME]: results })],
    ['stored', zipSync({ [NAME]: [results, { level: 0 }] })],
    ['written field by field', makeZip()],
    ['with a time stamp', makeZip({ extra: TIMESTAMP })],
    ['streamed, sizes behind the data', makeZip({ streamed: 'signed' })],
    ['streamed, without the signature', makeZip({ streamed: 'unsigned' })],
  ])('of an archive that is %s', (_, archive) => {
    expect(Buffer.from(readResultsArchive(archive))).toEqual(Buffer.from(results));
  });

  it('whatever is in it', () => {
    const streamed = fc.constantFrom(null, 'signed' as const, 'unsigned' as const);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.constantFrom(0, 8), streamed, (content, method, how) => {
        expect(Buffer.from(readResultsArchive(makeZip({ content, method, streamed: how })))).toEqual(
          Buffer.from(content),
        );
      }),
    );
  });
});

describe('readResultsArchive refuses', () => {
  it.each<[string, Uint8Array]>([
    ['two files', zipSync({ 'a.json': results, 'b.json': results })],
    ['two files of one name', Buffer.concat([makeZip(), makeZip()])],
    ['ten thousand files', makeZip({ entries: 10_000 })],
    ['no file', zipSync({})],
    ['a path upwards', zipSync({ '../a.json': results })],
    ['an absolute path', zipSync({ '/etc/passwd': results })],
    ['a folder', zipSync({ 'a/': new Uint8Array() })],
    ['a file in a folder', zipSync({ 'a/b.json': results })],
    ['a hidden name', zipSync({ '.json': results })],
    ['a Windows path', zipSync({ 'a\\b.json': results })],
    ['a name with an end of line', makeZip({ name: 'a\nb.json' })],
    ['a name that is no text', makeZip({ name: '\u00ff\u00fe', nameInside: '\u00ff' })],
    ['no name', makeZip({ name: '' })],
    ['records that name different files', makeZip({ nameInside: 'mge-resultz.json' })],
    ['another name in an extra field', makeZip({ extra: OTHER_NAME })],
    ['zip64', makeZip({ extra: ZIP64 })],
    ['extra fields that are cut off', makeZip({ extra: Buffer.from([0x55, 0x54, 99, 0]) })],
    ['an encrypted file', makeZip({ flags: 0x801 })],
    ['an unknown way of packing', makeZip({ method: 12 })],
    ['a wrong checksum', makeZip({ crc: 1 })],
    ['a size that is too small', makeZip({ size: 3 })],
    ['a size that is too large', makeZip({ size: 30 })],
    ['a stored size that is too large', makeZip({ size: 30, method: 0 })],
    ['a second file behind the packed data', makeZip({ behindPacked: results })],
    ['a gap before the directory', makeZip({ afterData: results })],
    ['a program before the archive', makeZip({ before: strToU8('#!/bin/sh') })],
    ['a file that begins elsewhere', makeZip({ offset: 7 })],
    ['a comment', makeZip({ comment: 'PK\u0005\u0006' })],
    ['a huge comment', makeZip({ comment: 'x'.repeat(65_000) })],
    ['a comment of the file', makeZip({ fileComment: 'hello' })],
    ['several disks', makeZip({ disk: 2 })],
    ['something behind the archive', Buffer.concat([makeZip(), results])],
    ['no archive', strToU8('not an archive at all')],
    ['nothing', new Uint8Array()],
    ['an archive that is cut off', zipSync({ 'a.json': results }).slice(0, 40)],
  ])('%s', (_, archive) => {
    expect(() => readResultsArchive(archive)).toThrow(refused);
  });

  it('a bomb before it goes off, and one that lies about its size as soon as it does', () => {
    const content = new Uint8Array(2_000_000);
    expect(makeZip({ content }).length).toBeLessThan(10_000);
    expect(() => readResultsArchive(makeZip({ content }), 1_000_000)).toThrow(refused);
    expect(() => readResultsArchive(makeZip({ content, size: 10 }), 1_000_000)).toThrow(refused);
    expect(() => readResultsArchive(new Uint8Array(20_000), 1000)).toThrow(refused);
  });

  it('any bytes that are no archive', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(outcomeOf(bytes)).toBe('results-invalid');
      }),
      { numRuns: 300 },
    );
  });

  it('or gives the very same results, when bytes of a good archive are changed', () => {
    const archives = [makeZip(), makeZip({ streamed: 'signed', extra: TIMESTAMP }), makeZip({ method: 0 })];
    const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...archives), changes, (archive, places) => {
        const bytes = Uint8Array.from(archive);
        for (const [place, value] of places) bytes[place % bytes.length] = value;
        // The checksum vouches for the content; only names and times may differ.
        expect(['{"version":1}', 'results-invalid']).toContain(outcomeOf(bytes));
      }),
      { numRuns: 2000 },
    );
  });
});
