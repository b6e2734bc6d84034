import { cutDefinition } from '#local/claude/cut-definition.ts';
import type { ScriptFolder } from '#local/claude/script-folder.ts';

/**
 * The right text of a symbol (`src.money.split.splitEqually`) with its comment, from the files of the tasks; null when
 * there is none. A module's name may begin another's, so the longest is taken.
 */
export function findSymbolText(folder: ScriptFolder, symbol: string): string | null {
  const files = folder.listFiles('tasks').flatMap((path) => {
    const file = /^[^/]+\/files\/(.+)$/u.exec(path)?.[1];
    return file === undefined ? [] : [{ path: `tasks/${path}`, module: moduleOf(file) }];
  });
  const owners = files.filter(({ module }) => symbol.startsWith(`${module}.`));
  const [owner] = owners.toSorted((left, right) => right.module.length - left.module.length);
  if (owner === undefined) return null;
  const names = symbol.slice(owner.module.length + 1).split('.');
  return names.reduce<string | null>(
    (text, name) => (text === null ? null : cutDefinition(text, name)),
    folder.readText(owner.path),
  );
}

function moduleOf(file: string): string {
  return file
    .replace(/\.[^./]+$/u, '')
    .replaceAll('/', '.')
    .replace(/\.__init__$/u, '');
}
