import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';

export const DemoOptions = z.object({
  scenario: z.enum(['ledger', 'python-feature']),
  spec: z.string().optional(),
  live: z.boolean().default(false),
  keep: z.boolean().default(false),
  json: z.boolean().default(false),
  pace: z.number().default(0),
  unsafeNoSandbox: z.boolean().default(false),
  install: z.boolean().default(true),
});
export type DemoOptions = z.infer<typeof DemoOptions>;

function readPace(text: string): number {
  const pace = Number(text);
  if (!(pace >= 0 && pace <= 100)) throw new InvalidArgumentError('Give a number from 0 (no waiting) to 100.');
  return pace;
}

/** The words of the command line. Prints the help or what is wrong with them, and then ends the process. */
export function readOptions(words: readonly string[]): DemoOptions {
  const program = new Command('npm run demo --')
    .description(
      'Watches MGE turn a spec issue into a reviewed pull request, on this machine alone: real git, webhooks, sandbox and tests; GitHub and Claude are local servers.',
    )
    .addOption(new Option('--scenario <name>', 'what to build').choices(['ledger', 'python-feature']).default('ledger'))
    .option('--spec <file>', 'build this spec instead (first line: the title); needs --live')
    .option('--live', 'ask the real Claude: needs ANTHROPIC_API_KEY (ANTHROPIC_BASE_URL for another endpoint)')
    .option('--keep', 'keep the folder with the repository and the logs')
    .option('--json', 'print one JSON object as the last line, and the progress on stderr')
    .option('--pace <factor>', 'let the scripted model take its time: 1 is about as slow as the real one', readPace, 0)
    .option('--unsafe-no-sandbox', 'run generated code without a sandbox where bubblewrap is not installed')
    .option('--no-install', 'do not install bubblewrap with apt where it is missing and this is root')
    .allowExcessArguments(false);
  const options = DemoOptions.parse(program.parse([...words], { from: 'user' }).opts());
  if (options.spec !== undefined && !options.live)
    program.error('--spec needs --live: the scripted answers know only their own specs.');
  return options;
}
