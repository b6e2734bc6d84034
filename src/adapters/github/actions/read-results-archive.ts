import { MgeError } from '#domain/failure/mge-error.ts';
import { readSingleFileZip } from '#adapters/github/zip/read-single-file-zip.ts';
import { ZipRefusal } from '#adapters/github/zip/zip-refusal.ts';

/** Results of some thousand atoms take a few megabytes. */
const LARGEST_RESULTS = 32 * 1024 * 1024;
/** Of an archive, beside its one file: far more than its records take. */
const RECORDS = 4096;
/** A plain name, so that nothing can point elsewhere. */
const PLAIN_NAME = /^[\w][\w.-]{0,99}$/;

/**
 * The one file of a results archive. The archive comes from a job that ran generated code: anything but one plain file of
 * sensible size is refused with `results-invalid`. Nothing is written to disk.
 */
export function readResultsArchive(archive: Uint8Array, limit: number = LARGEST_RESULTS): Uint8Array {
  if (archive.length > limit + RECORDS) throw invalidResults('the archive is too large');
  try {
    const { name, content } = readSingleFileZip(archive, limit);
    if (!PLAIN_NAME.test(name)) throw new ZipRefusal('the name of the file is not plain');
    return content;
  } catch (error) {
    throw error instanceof ZipRefusal ? invalidResults(error.message, error) : error;
  }
}

export function invalidResults(reason: string, cause?: unknown): MgeError {
  return new MgeError(`validation results refused: ${reason}`, {
    code: 'results-invalid',
    retry: 'ask-human',
    nextStep: 'Look at the log of the Actions run, then `/mge retry`.',
    cause,
  });
}

/** Whether an archive of this size is worth downloading. */
export function isAcceptableSize(bytes: number): boolean {
  return bytes <= LARGEST_RESULTS;
}
