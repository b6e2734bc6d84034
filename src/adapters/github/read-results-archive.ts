import { unzipSync } from 'fflate';
import { MgeError } from '#domain/failure/mge-error.ts';

/** Results of some thousand atoms take a few megabytes. */
const LARGEST_RESULTS = 32 * 1024 * 1024;
/** A plain name, so that nothing can point elsewhere. */
const PLAIN_NAME = /^[\w][\w.-]{0,99}$/;

/**
 * The one file of a results archive. The archive comes from a job that ran generated code: anything but one plain file of
 * sensible size is refused with `results-invalid`. Nothing is written to disk.
 */
export function readResultsArchive(archive: Uint8Array, limit: number = LARGEST_RESULTS): Uint8Array {
  const refuse = (reason: string, cause?: unknown): MgeError => invalidResults(reason, cause);
  if (archive.length > limit) throw refuse('the archive is too large');
  let seen = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(archive, {
      // Looks at the directory of the archive, before anything is unpacked.
      filter({ name, originalSize }) {
        seen += 1;
        if (seen > 1) throw refuse('the archive has more than one file');
        if (!PLAIN_NAME.test(name)) throw refuse('the name of the file is not plain');
        if (originalSize > limit) throw refuse('the file is too large');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof MgeError ? error : refuse('the archive cannot be read', error);
  }
  const [content] = Object.values(files);
  if (content === undefined) throw refuse('the archive is empty');
  return content;
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
