import { GraphQLError } from 'graphql';
import type { Store, Viewer } from '../store';

/** One request's world. `origin` is how the browser addressed us, `https://gitlab.com`. */
export type Context = {
  store: Store;
  viewer: Viewer;
  origin: string;
  /** Ids of the work items whose related merge requests this request has asked for; GitLab allows one. */
  askedForRelated: Set<number>;
};

/** What GitLab says of things that do not exist and of things that one may not touch alike. */
export function unavailable(): GraphQLError {
  return new GraphQLError(
    "The resource that you are attempting to access does not exist or you don't have permission to perform this action",
  );
}
