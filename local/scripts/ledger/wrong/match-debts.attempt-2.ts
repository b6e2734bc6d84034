/** Pays the largest debts to the largest credits, so that every transfer closes at least one balance. */
export function matchDebts(balances: readonly Balance[]): Transfer[] {
  const debts = openSide(balances, -1);
  const credits = openSide(balances, 1);
  const transfers: Transfer[] = [];
  while (debts.length > 0 && credits.length > 0) {
    const cents = Math.min(debts[0].cents, credits[0].cents);
    transfers.push({ from: debts[0].member, to: credits[0].member, cents });
    for (const side of [debts, credits]) {
      side[0].cents -= cents;
      if (side[0].cents === 0) {
        side.shift();
      }
  }
  return transfers;
}
