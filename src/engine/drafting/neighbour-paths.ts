const MOST = 6;
const LARGEST = 12_000;
const CODE = /\.(?:[cm]?[jt]sx?|pyi?)$/u;

/** Code files in the folders of a task's own existing files, nearest size first small: what it lives beside and calls. */
export function neighbourPaths(
  entries: readonly { readonly path: string; readonly size: number }[],
  owned: readonly string[],
): string[] {
  const folders = new Set(owned.map(folderOf));
  return entries
    .filter(
      ({ path, size }) => CODE.test(path) && size <= LARGEST && folders.has(folderOf(path)) && !owned.includes(path),
    )
    .sort((one, other) => one.size - other.size || (one.path < other.path ? -1 : 1))
    .slice(0, MOST)
    .map(({ path }) => path);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
