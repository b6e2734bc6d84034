import type { Group, MemberId } from '../group/model.js';
import type { Cents } from '../money/cents.js';
import { costInBase, sharesInBase } from './cost.js';

/** Where a member stands: positive is owed money, negative owes it. */
export interface Balance {
  readonly member: MemberId;
  readonly cents: Cents;
}

type Book = Map<MemberId, Cents>;

/** Adds to what stands against a member's name. */
function post(book: Book, member: MemberId, cents: Cents): void {
  book.set(member, (book.get(member) ?? 0) + cents);
}

/**
 * Every member's balance in the group's own currency, in the order of the members; together they are zero. Each expense
 * credits whoever paid it and charges everyone who took part.
 */
export function computeBalances(group: Group): Balance[] {
  const book: Book = new Map(group.members.map((member) => [member.id, 0]));
  for (const expense of group.expenses) {
    post(book, expense.payer, costInBase(group, expense));
    for (const share of sharesInBase(group, expense)) {
      post(book, share.member, -share.cents);
    }
  }
  return [...book].map(([member, cents]) => ({ member, cents }));
}
