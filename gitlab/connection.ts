import * as z from 'zod/mini';

/** A page of a list as GraphQL answers it. What one may not see is `null` in it, and so may be the list. */
type Nodes<One> = { readonly nodes?: readonly (One | null)[] | null | undefined } | null | undefined;

export function nodesOf<One>(one: z.ZodMiniType<One>): z.ZodMiniType<Nodes<One>> {
  return z.nullish(z.object({ nodes: z.nullish(z.array(z.nullable(one))) }));
}

/** What is in such a list. */
export function present<One>(nodes: readonly (One | null)[] | null | undefined): One[] {
  return (nodes ?? []).filter(one => one !== null);
}
