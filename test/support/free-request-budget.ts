import type { RequestBudget } from '#ports/github/request-budget.ts';

/** A budget without limits that counts nothing. */
export const freeRequestBudget: RequestBudget = {
  spend: () => Promise.resolve(null),
  block: () => Promise.resolve(),
  countOf: () => Promise.resolve({ requests: 0, creating: 0 }),
};
