import { GraphQLError } from 'graphql';

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

const cursorOf = (index: number): string => Buffer.from(`cursor:${index}`).toString('base64');
const indexOf = (cursor: string): number => Number(Buffer.from(cursor, 'base64').toString().split(':')[1]);

/** One page of a list, as GitHub's connections give it: at most 100, and its size must be said. */
export function connect<T, N>(all: readonly T[], page: PageArguments, present: (item: T) => N) {
  const size = page.first ?? page.last;
  if (size === undefined || size === null) {
    throw new GraphQLError('You must provide a `first` or `last` value to properly paginate the connection.');
  }
  if (size < 1 || size > 100)
    throw new GraphQLError('Requesting a number of records outside of 1 to 100 is not allowed.');
  const from = page.after ? indexOf(page.after) + 1 : 0;
  const until = page.before ? indexOf(page.before) : all.length;
  const start = page.first ? from : Math.max(from, until - size);
  const end = page.first ? Math.min(until, from + size) : until;
  return {
    nodes: all.slice(start, end).map(present),
    totalCount: all.length,
    pageInfo: {
      startCursor: end > start ? cursorOf(start) : null,
      endCursor: end > start ? cursorOf(end - 1) : null,
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
    },
  };
}
