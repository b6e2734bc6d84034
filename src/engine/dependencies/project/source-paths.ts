/** The folder of a path, '' at the root. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** A folder some levels up. */
export function up(folder: string, levels: number): string {
  let path = folder;
  for (let level = 0; level < levels; level += 1) path = folderOf(path);
  return path;
}

/** A path from a folder; either may be ''. */
export function joinPath(folder: string, path: string): string {
  return normalize(folder === '' ? path : path === '' ? folder : `${folder}/${path}`);
}

/** A path without `.` and `..` where that can be. */
export function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join('/');
}

/** The order of texts in which files, ids and edges stand. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
