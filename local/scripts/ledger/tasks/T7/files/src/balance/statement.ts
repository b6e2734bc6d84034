import type { Group, MemberId } from '../group/model.js';
import { type Cents, sumCents } from '../money/cents.js';
import { costInBase, sharesInBase } from './cost.js';

/** One member's account in the group's own currency. */
export interface Statement {
  readonly member: MemberId;
  readonly paid: Cents;
  readonly owed: Cents;
  readonly balance: Cents;
}

/** All that a member has paid for the group. */
export function paidInBase(group: Group, member: MemberId): Cents {
  const paid = group.expenses.filter((expense) => expense.payer === member);
  return sumCents(paid.map((expense) => costInBase(group, expense)));
}

/** All that a member has taken part in. */
export function owedInBase(group: Group, member: MemberId): Cents {
  const shares = group.expenses.flatMap((expense) => sharesInBase(group, expense));
  const own = shares.filter((share) => share.member === member);
  return sumCents(own.map((share) => share.cents));
}

/** What a member paid, what their part was, and the difference. */
export function statementOf(group: Group, member: MemberId): Statement {
  const paid = paidInBase(group, member);
  const owed = owedInBase(group, member);
  return { member, paid, owed, balance: paid - owed };
}
