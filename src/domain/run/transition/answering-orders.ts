import { isLate, isSettled } from '#domain/build/progress.ts';
import type { Order } from '#domain/review/order.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import type { Change } from '#domain/run/transition/change.ts';

/** Who named pieces outside of their threads is told when the last of them has its outcome, whatever event brought it. */
export function answerOrders({ run, effects }: Change): Change {
  const orders = run.orders ?? [];
  const open = orders.filter((order) => order.symbols.some((id) => isAwaited(run, id)));
  if (open.length === orders.length) return { run, effects };
  const answers = orders.filter((order) => !open.includes(order)).map(answerTo);
  return { run: { ...run, orders: open }, effects: [...effects, ...answers] };
}

function answerTo({ key, place, symbols }: Order): Effect {
  return { type: 'answer-order', key: `answer-order/${key}`, place, symbols: [...symbols] };
}

/** No verdict yet, or not on the branch although its level is. A piece that a revised plan took away is awaited no more. */
function isAwaited({ build }: Run, id: string): boolean {
  const symbol = build?.symbols[id];
  if (build === null || symbol === undefined) return false;
  return !isSettled(symbol) || isLate(build, symbol);
}
