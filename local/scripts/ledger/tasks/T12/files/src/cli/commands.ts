import { computeBalances } from '../balance/balances.js';
import { statementOf } from '../balance/statement.js';
import { importExpenses } from '../csv/import-expenses.js';
import { addExpense } from '../expense/add-expense.js';
import { parseRow } from '../csv/parse-row.js';
import { addMember, createGroup, requireMember, setRate } from '../group/group.js';
import type { Group } from '../group/model.js';
import { LedgerError } from '../ledger-error.js';
import { settle } from '../settle/settle.js';
import type { Arguments } from './arguments.js';
import { renderBalances, renderImport, renderStatement, renderTransfers } from './render.js';
import type { Workspace } from './workspace.js';

/** What a command says, and the group that it leaves. */
export interface CommandResult {
  readonly group: Group;
  readonly output: string;
}

/** Starts a group in a new file. */
export async function initialise({ file, values }: Arguments, workspace: Workspace): Promise<CommandResult> {
  if (await workspace.exists(file)) {
    throw new LedgerError('invalid-command', `${file} is there already`);
  }
  const group = createGroup(values[0], values[1]);
  return { group, output: `Started ${group.name}.` };
}

/** Adds an expense that was typed as the columns of a CSV line, the last two optional. */
export function addTyped(group: Group, values: readonly string[]): CommandResult {
  const [split = 'equal', members = ''] = values.slice(5);
  const expense = parseRow(group, [...values.slice(0, 5), split, members]);
  return { group: addExpense(group, expense), output: `Added ${expense.description}.` };
}

/** Imports a CSV file. */
export async function importFile(group: Group, path: string, workspace: Workspace): Promise<CommandResult> {
  const report = importExpenses(group, await workspace.readText(path));
  return { group: report.group, output: renderImport(report) };
}

/** Shows one member's account. */
export function showStatement(group: Group, name: string): CommandResult {
  const member = requireMember(group, name);
  return { group, output: renderStatement(group, statementOf(group, member.id)) };
}

/** Shows the fewest transfers that settle everything. */
export function showSettlement(group: Group): CommandResult {
  const transfers = settle(computeBalances(group));
  return { group, output: renderTransfers(group, transfers) };
}

/** Performs a command on a group that exists. */
export async function perform(group: Group, typed: Arguments, workspace: Workspace): Promise<CommandResult> {
  const { command, values } = typed;
  switch (command) {
    case 'member':
      return { group: addMember(group, values[0]), output: `Added ${values[0]}.` };
    case 'rate':
      return { group: setRate(group, values[0], values[1]), output: `1 ${values[0]} is ${values[1]} ${group.base}.` };
    case 'add':
      return addTyped(group, values);
    case 'import':
      return importFile(group, values[0], workspace);
    case 'statement':
      return showStatement(group, values[0]);
    case 'settle':
      return showSettlement(group);
    default:
      return { group, output: renderBalances(group, computeBalances(group)) };
  }
}
