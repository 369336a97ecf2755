import { GraphQLError } from 'graphql';

export type PageArguments = {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
};

export type Connection = {
  count: number;
  nodes: unknown[];
  pageInfo: {
    startCursor: string | null;
    endCursor: string | null;
    hasNextPage: boolean;
    hasPreviousPage: boolean;
  };
};

/** GitLab's page size when none is asked for, and the largest it gives. */
const maximum = 100;

/** One page of `all`, never larger than `largest`; cursors are opaque and name a place, as GitLab's offset cursors do. */
export function connection<T>(
  all: T[],
  page: PageArguments,
  present: (one: T) => unknown,
  largest = maximum,
): Connection {
  let start = page.after ? placeOf(page.after) + 1 : 0;
  let end = page.before ? placeOf(page.before) : all.length;
  const size = Math.min(page.first ?? page.last ?? maximum, largest);
  if (typeof page.last === 'number' && typeof page.first !== 'number') start = Math.max(start, end - size);
  else end = Math.min(end, start + size);
  const nodes = all.slice(start, end);
  return {
    count: all.length,
    nodes: nodes.map(present),
    pageInfo: {
      startCursor: nodes.length > 0 ? cursorOf(start) : null,
      endCursor: nodes.length > 0 ? cursorOf(start + nodes.length - 1) : null,
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
    },
  };
}

function cursorOf(place: number): string {
  return Buffer.from(String(place + 1)).toString('base64url');
}

function placeOf(cursor: string): number {
  const place = Number(Buffer.from(cursor, 'base64url').toString()) - 1;
  if (!Number.isInteger(place)) throw new GraphQLError(`Invalid cursor: ${JSON.stringify(cursor)}`);
  return place;
}
