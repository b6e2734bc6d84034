import { LedgerError } from '../ledger-error.js';

/** What a command is called and takes; names in brackets may be left out. */
export interface CommandSyntax {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly summary: string;
}

/** A command as it was typed. */
export interface Arguments {
  readonly command: string;
  readonly file: string;
  readonly values: readonly string[];
}

export const SYNTAX: readonly CommandSyntax[] = [
  { name: 'init', parameters: ['name', 'currency'], summary: 'start a group' },
  { name: 'member', parameters: ['name'], summary: 'add a member' },
  { name: 'rate', parameters: ['currency', 'rate'], summary: 'set what a currency is worth' },
  {
    name: 'add',
    parameters: ['date', 'description', 'payer', 'amount', 'currency', '[split]', '[members]'],
    summary: 'add an expense, split equally unless said otherwise',
  },
  { name: 'import', parameters: ['csv-file'], summary: 'add the expenses of a CSV file' },
  { name: 'balances', parameters: [], summary: 'show where everyone stands' },
  { name: 'statement', parameters: ['member'], summary: "show a member's account" },
  { name: 'settle', parameters: [], summary: 'show the fewest transfers that settle it' },
];

/** How a command is typed. */
export function usageOf(syntax: CommandSyntax): string {
  const parameters = syntax.parameters.map((name) => (name.startsWith('[') ? name : `<${name}>`));
  return ['kitty', syntax.name, '<file>', ...parameters].join(' ');
}

/** How every command is typed, and what it does. */
export function usage(): string {
  const lines = SYNTAX.map((syntax) => `  ${usageOf(syntax)}\n      ${syntax.summary}`);
  return ['Usage:', ...lines].join('\n');
}

/** Answers whether a command may have this many values. */
export function takesValues(syntax: CommandSyntax, count: number): boolean {
  const required = syntax.parameters.filter((name) => !name.startsWith('['));
  return count >= required.length && count <= syntax.parameters.length;
}

/** Reads a command line: a command, the group's file, and as many values as the command takes. */
export function parseArguments(argv: readonly string[]): Arguments {
  const [command = '', file = '', ...values] = argv;
  const syntax = SYNTAX.find((known) => known.name === command);
  if (syntax === undefined) {
    throw new LedgerError('invalid-command', usage());
  }
  if (file === '' || !takesValues(syntax, values.length)) {
    throw new LedgerError('invalid-command', `Usage: ${usageOf(syntax)}`);
  }
  return { command, file, values };
}
