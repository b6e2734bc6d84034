import type { Command } from 'commander';
import { workersOption } from '#main/commands/workers-option.ts';

/** `mge atomize PATH… [--json] [--workers N]`: takes files apart; one JSON object a line and file, or a table. */
export function addAtomizeCommand(program: Command): void {
  program
    .command('atomize')
    .description('Takes source files apart into atoms.')
    .argument('<path...>', 'files, folders or globs')
    .option('--json', 'one JSON object a line and file')
    .addOption(workersOption())
    .action(async (paths: string[], options: { json?: boolean; workers?: number }) => {
      // Loaded only now: a command that is not run costs nothing.
      const { atomizePaths } = await import('#main/commands/atomize-paths.ts');
      await atomizePaths(paths, options);
    });
}
