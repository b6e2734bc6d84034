#!/usr/bin/env node
import { Command } from 'commander';
import { addAtomizeCommand } from '#main/commands/atomize-command.ts';
import { addGraphCommand } from '#main/commands/graph-command.ts';
import { reportFailure } from '#main/commands/report-failure.ts';

/** The `mge` command line. Each subcommand is a file in commands/ that adds itself. */
const program = new Command('mge').description(
  'Turns a spec issue into a reviewed, tested pull request, atom by atom.',
);
addAtomizeCommand(program);
addGraphCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  reportFailure(error);
}
