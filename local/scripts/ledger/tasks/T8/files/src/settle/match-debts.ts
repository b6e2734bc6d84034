import type { Balance } from '../balance/balances.js';
import type { MemberId } from '../group/model.js';
import type { Cents } from '../money/cents.js';
import type { Transfer } from './transfer.js';

/** What is still open on one side, largest first. */
interface Open {
  readonly member: MemberId;
  cents: Cents;
}

/** The balances of one sign as positive amounts, largest first, equal ones in their order. */
function openSide(balances: readonly Balance[], sign: 1 | -1): Open[] {
  const side = balances.filter((balance) => balance.cents * sign > 0);
  const open = side.map((balance) => ({ member: balance.member, cents: balance.cents * sign }));
  return open.sort((left, right) => right.cents - left.cents);
}

/** Pays the largest debts to the largest credits, so that every transfer closes at least one balance. */
export function matchDebts(balances: readonly Balance[]): Transfer[] {
  const debts = openSide(balances, -1);
  const credits = openSide(balances, 1);
  const transfers: Transfer[] = [];
  let debt = 0;
  let credit = 0;
  while (debt < debts.length && credit < credits.length) {
    const cents = Math.min(debts[debt].cents, credits[credit].cents);
    transfers.push({ from: debts[debt].member, to: credits[credit].member, cents });
    debts[debt].cents -= cents;
    credits[credit].cents -= cents;
    if (debts[debt].cents === 0) {
      debt += 1;
    }
    if (credits[credit].cents === 0) {
      credit += 1;
    }
  }
  return transfers;
}
