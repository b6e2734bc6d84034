import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MgeError } from '#domain/failure/mge-error.ts';
import { readResultsArchive } from '#adapters/github/read-results-archive.ts';

const refused = expect.objectContaining({ code: 'results-invalid' });
const results = strToU8('{"version":1}');

/** Writes another size into the archive's directory than the file has. */
function lieAboutSize(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  bytes.writeUInt32LE(size, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return bytes;
}

function outcomeOf(bytes: Uint8Array): string {
  try {
    return readResultsArchive(bytes, 10_000).length <= 10_000 ? 'results' : 'too much';
  } catch (error) {
    return error instanceof MgeError ? error.code : String(error);
  }
}

describe('readResultsArchive', () => {
  it('gives the one file', () => {
    expect(readResultsArchive(zipSync({ 'mge-results.json': results }))).toEqual(results);
  });

  it.each([
    ['two files', zipSync({ 'a.json': results, 'b.json': results })],
    ['no file', zipSync({})],
    ['a path upwards', zipSync({ '../a.json': results })],
    ['an absolute path', zipSync({ '/etc/passwd': results })],
    ['a folder', zipSync({ 'a/': new Uint8Array() })],
    ['a file in a folder', zipSync({ 'a/b.json': results })],
    ['a hidden name', zipSync({ '.json': results })],
    ['a Windows path', zipSync({ 'a\\b.json': results })],
    ['no archive', strToU8('not an archive at all')],
    ['an archive that is cut off', zipSync({ 'a.json': results }).slice(0, 40)],
  ])('refuses %s', (_, archive) => {
    expect(() => readResultsArchive(archive)).toThrow(refused);
  });

  it('refuses a bomb before it goes off', () => {
    const bomb = zipSync({ 'a.json': new Uint8Array(2_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    expect(() => readResultsArchive(bomb, 1_000_000)).toThrow(refused);
    expect(() => readResultsArchive(new Uint8Array(2_000), 1_000)).toThrow(refused);
  });

  it('unpacks no more than a bomb that lies about its size admits to', () => {
    const bomb = lieAboutSize(zipSync({ 'a.json': new Uint8Array(2_000_000) }), 10);
    expect(readResultsArchive(bomb, 1_000_000).length).toBeLessThanOrEqual(10);
  });

  it('answers to any bytes with results or with a refusal', () => {
    const whole = zipSync({ 'a.json': results });
    const broken = fc
      .tuple(fc.nat(whole.length - 1), fc.nat(255))
      .map(([place, value]) => Uint8Array.from(whole, (byte, index) => (index === place ? value : byte)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), broken), (bytes) => {
        expect(outcomeOf(bytes)).toMatch(/^(results|results-invalid)$/);
      }),
      { numRuns: 500 },
    );
  });
});
