import { GraphQLError } from 'graphql';

/** A global id, `gid://gitlab/WorkItem/1001`. */
export function gid(type: string, id: number | string): string {
  return `gid://gitlab/${type}/${id}`;
}

/** The last part of a global id, which must be of one of the types; no types = any. */
export function idOf(value: string, ...types: string[]): string {
  const [, type = '', id = ''] = /^gid:\/\/gitlab\/(.+)\/([^/]+)$/.exec(value) ?? [];
  if (id === '') throw new GraphQLError(`"${value}" is not a valid GitLab ID.`);
  if (types.length > 0 && !types.includes(type)) {
    throw new GraphQLError(`"${value}" does not represent an instance of ${types.join(', ')}`);
  }
  return id;
}
