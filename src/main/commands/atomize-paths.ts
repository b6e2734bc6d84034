import { analyseFiles } from '#main/commands/analyse-files.ts';
import { createAtomTable } from '#main/commands/atomize-table.ts';
import { createProgress } from '#main/commands/progress.ts';
import { readSources } from '#main/commands/read-sources.ts';

export interface AtomizeOptions {
  readonly json?: boolean;
  readonly workers?: number;
}

/** Takes files apart one after another: only the rows of the table are kept. */
export async function atomizePaths(paths: readonly string[], { json = false, workers }: AtomizeOptions): Promise<void> {
  const sources = await readSources(paths);
  const table = createAtomTable();
  const progress = createProgress('files taken apart', sources.files.length);
  let count = 0;
  const task = { kind: json ? ('json' as const) : ('row' as const), root: sources.root, languages: sources.languages };
  for await (const { path, answer } of analyseFiles(task, sources.files, workers ?? null)) {
    progress.step();
    if ('problem' in answer) progress.say(`mge: ${path}: ${answer.problem}`);
    else count += 1;
    if ('line' in answer) console.log(answer.line);
    if ('row' in answer) table.add(answer.row);
  }
  progress.end();
  if (!json && count > 0) console.log(table.render());
  if (count > 0) return;
  console.error('mge: no source file could be read');
  process.exitCode = 1;
}
