import type { Balance } from '../balance/balances.js';
import type { MemberId } from '../group/model.js';
import type { Cents } from '../money/cents.js';

/** A payment from one member to another. */
export interface Transfer {
  readonly from: MemberId;
  readonly to: MemberId;
  readonly cents: Cents;
}

/** What a transfer changes for a member. */
function effectOn(member: MemberId, transfer: Transfer): Cents {
  if (transfer.from === member) {
    return transfer.cents;
  }
  return transfer.to === member ? -transfer.cents : 0;
}

/** The balances after some transfers were made. */
export function applyTransfers(balances: readonly Balance[], transfers: readonly Transfer[]): Balance[] {
  return balances.map(({ member, cents }) => {
    const effects = transfers.map((transfer) => effectOn(member, transfer));
    return { member, cents: effects.reduce((sum, effect) => sum + effect, cents) };
  });
}
