import { isLedgerError } from '../ledger-error.js';
import { type Arguments, parseArguments } from './arguments.js';
import { type CommandResult, initialise, perform } from './commands.js';
import type { Workspace } from './workspace.js';

/** How a command ended: 0 when it was done, 1 when it was refused. */
export interface Outcome {
  readonly exitCode: number;
  readonly output: string;
}

/** Performs a command on its file, which is written only when something changed. */
async function performOnFile(typed: Arguments, workspace: Workspace): Promise<CommandResult> {
  if (typed.command === 'init') {
    const started = await initialise(typed, workspace);
    await workspace.save(typed.file, started.group);
    return started;
  }
  const group = await workspace.load(typed.file);
  const result = await perform(group, typed, workspace);
  if (result.group !== group) {
    await workspace.save(typed.file, result.group);
  }
  return result;
}

/** What went wrong, as the outcome of a command; a mistake of the program is thrown on. */
function refusal(error: unknown): Outcome {
  if (isLedgerError(error)) {
    return { exitCode: 1, output: error.message };
  }
  throw error;
}

/** Runs a command line. */
export async function run(argv: readonly string[], workspace: Workspace): Promise<Outcome> {
  try {
    const { output } = await performOnFile(parseArguments(argv), workspace);
    return { exitCode: 0, output };
  } catch (error) {
    return refusal(error);
  }
}
