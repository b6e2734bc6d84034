import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Tells whether a .gitignore between an absolute path and its repository's top leaves the path out. */
export function createGitIgnore(): (file: string) => boolean {
  const loaded = new Map<string, Ignore | null>();
  const rulesOf = (folder: string): Ignore | null => {
    const known = loaded.get(folder);
    if (known !== undefined) return known;
    const path = join(folder, '.gitignore');
    const rules = existsSync(path) ? ignore().add(readFileSync(path, 'utf8')) : null;
    loaded.set(folder, rules);
    return rules;
  };
  return (file) => {
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      if (rulesOf(folder)?.ignores(relative(folder, file).split(sep).join('/')) === true) return true;
      if (existsSync(join(folder, '.git')) || folder === dirname(folder)) return false;
    }
  };
}
