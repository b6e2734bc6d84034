import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const renderers = globSync(['src/wording/*/render-*.ts', 'src/wording/*/{waiting-for,status-headline}.ts'], {
  cwd: root,
});

describe('what people read', () => {
  it.each(renderers)('is kept as Markdown to be read: %s', (path) => {
    const name = basename(path, '.ts');
    const folder = join(root, 'test/unit/wording', basename(dirname(path)));
    const shown = readdirSync(folder).filter((file) => file.startsWith(`${name}.`) && file.endsWith('.md'));
    expect(shown).not.toEqual([]);
  });

  it('has no snapshot whose renderer is gone', () => {
    const names = new Set(renderers.map((path) => `${basename(dirname(path))}/${basename(path, '.ts')}`));
    const shown = globSync('*/*.md', { cwd: import.meta.dirname });
    expect(shown.length).toBeGreaterThan(renderers.length);
    expect(shown.filter((path) => !names.has(path.slice(0, path.indexOf('.'))))).toEqual([]);
  });
});
