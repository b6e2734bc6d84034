import type { Command } from 'commander';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createAtomize } from '#engine/atomization/create-atomize.ts';
import { createAtomTable } from '#main/commands/atomize-table.ts';
import { createProgress } from '#main/commands/progress.ts';
import { readSources } from '#main/commands/read-sources.ts';

/** `mge atomize PATH… [--json]`: takes files apart; one JSON object a line and file, or a table. */
export function addAtomizeCommand(program: Command): void {
  program
    .command('atomize')
    .description('Takes source files apart into atoms.')
    .argument('<path...>', 'files, folders or globs')
    .option('--json', 'one JSON object a line and file')
    .action(async (paths: string[], options: { json?: boolean }) => {
      await atomizePaths(paths, options.json === true);
    });
}

async function atomizePaths(paths: readonly string[], asJson: boolean): Promise<void> {
  const syntax = await createTreeSitterSyntax();
  const accepts = (path: string): boolean => syntax.languageOf(path) !== null;
  const { files, root } = await readSources(paths, accepts, (message) => console.error(`mge: ${message}`));
  const atomize = createAtomize({ syntax, root });
  const table = createAtomTable();
  const progress = createProgress('files taken apart');
  let count = 0;
  for await (const file of files) {
    const { symbols, ...taken } = await atomize(file);
    count += 1;
    if (asJson) console.log(JSON.stringify(taken));
    else table.add(taken, symbols.length);
    progress.step();
  }
  progress.end();
  if (!asJson && count > 0) console.log(table.render());
  if (count === 0) {
    console.error('mge: no source file could be read');
    process.exitCode = 1;
  }
}
