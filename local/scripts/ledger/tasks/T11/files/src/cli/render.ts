import type { Balance } from '../balance/balances.js';
import type { Statement } from '../balance/statement.js';
import type { ImportReport } from '../csv/import-expenses.js';
import type { Group, MemberId } from '../group/model.js';
import { formatMoney } from '../money/format-amount.js';
import type { Transfer } from '../settle/transfer.js';
import { renderTable } from './table.js';

/** The name that people know a member by. */
export function nameOf(group: Group, id: MemberId): string {
  return group.members.find((member) => member.id === id)?.name ?? id;
}

/** Writes balances as a table, in the group's own currency. */
export function renderBalances(group: Group, balances: readonly Balance[]): string {
  return renderTable(balances.map(({ member, cents }) => [nameOf(group, member), formatMoney(cents, group.base)]));
}

/** Writes transfers, one a line, as things to do. */
export function renderTransfers(group: Group, transfers: readonly Transfer[]): string {
  if (transfers.length === 0) {
    return 'Everyone is square.';
  }
  const lines = transfers.map(({ from, to, cents }) => {
    const amount = formatMoney(cents, group.base);
    return `${nameOf(group, from)} pays ${nameOf(group, to)} ${amount}`;
  });
  return lines.join('\n');
}

/** Writes a member's account. */
export function renderStatement(group: Group, statement: Statement): string {
  const { paid, owed, balance } = statement;
  const sums = renderTable([
    ['paid', formatMoney(paid, group.base)],
    ['owed', formatMoney(owed, group.base)],
    ['balance', formatMoney(balance, group.base)],
  ]);
  return `${nameOf(group, statement.member)}\n${sums}`;
}

/** Writes what an import did, and each line that it refused. */
export function renderImport(report: ImportReport): string {
  const noun = report.imported === 1 ? 'expense' : 'expenses';
  const errors = report.errors.map(({ line, message }) => `line ${line}: ${message}`);
  return [`Imported ${report.imported} ${noun}.`, ...errors].join('\n');
}
