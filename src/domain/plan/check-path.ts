const LONGEST = 200;
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** What is wrong with a path that a plan or draft wants to write, as the end of a sentence; null for a good one. */
export function checkPath(path: string): string | null {
  if (path === '' || path.length > LONGEST) return `must have 1 to ${LONGEST} characters`;
  if (!/^[\p{L}\p{N} ._@()[\]+/-]+$/u.test(path)) return 'holds a character that is not allowed in a path';
  if (path.startsWith('/') || /^[A-Za-z]:/u.test(path)) return 'must be relative to the root of the repository';
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'must be written without empty, `.` and `..` parts';
  if (parts.some((part) => /^\s|[\s.]$/u.test(part) || WINDOWS_DEVICE.test(part)))
    return 'has a part that some systems cannot store';
  return null;
}
