import { Option, type Command } from 'commander';
import type { GraphCommandOptions } from '#main/commands/graph-paths.ts';
import { workersOption } from '#main/commands/workers-option.ts';

/** `mge graph PATH… [--by symbol|atom] [--json | --format mermaid|dot|graphml] [--workers N]`: what needs what, in levels. */
export function addGraphCommand(program: Command): void {
  program
    .command('graph')
    .description('Draws the dependency graph of source files.')
    .argument('<path...>', 'files, folders or globs')
    .option('--json', 'one JSON object')
    .addOption(new Option('--by <node>', 'what the nodes are').choices(['symbol', 'atom']).default('symbol'))
    .addOption(new Option('--format <format>', 'only the drawing').choices(['mermaid', 'dot', 'graphml']))
    .addOption(workersOption())
    .action(async (paths: string[], options: GraphCommandOptions) => {
      // Loaded only now: a command that is not run costs nothing.
      const { graphPaths } = await import('#main/commands/graph-paths.ts');
      await graphPaths(paths, options);
    });
}
