import * as z from 'zod/mini';
import { graphql } from './api';
import type { Instance } from './instance';

/** The files in which a repository may carry a team profile, the first that there is counts. */
export const profileFiles = ['.gitlab/handrail.yml', '.gitlab/handrail.json'] as const;

const files = '{ fullPath repository { blobs(paths: $files) { nodes { path rawTextBlob } } } }';

export const readProfileFilesDocument = `query handrailProfileFiles($own: ID!, $near: ID!, $top: ID!, $files: [String!]!) {
  own: project(fullPath: $own) ${files}
  near: project(fullPath: $near) ${files}
  top: project(fullPath: $top) ${files}
}`;

const blob = z.object({ path: z.string(), rawTextBlob: z.nullable(z.string()) });
const blobs = z.nullable(z.object({ nodes: z.nullable(z.array(z.nullable(blob))) }));
const project = z.nullable(z.object({ fullPath: z.string(), repository: z.nullable(z.object({ blobs })) }));
const answer = z.object({ own: project, near: project, top: project });

/** A project, and its profile file; without one `text` is `undefined`. */
export type ProfileFile = { readonly project: string; readonly file: string; readonly text: string | undefined };

/**
 * Looks for team profiles in the repositories of three projects, on their default branches, in one request. A project
 * or file that is not there, or cannot be seen, is no error (contract 5.10).
 *
 * @param projects Full paths, of which two may be the same.
 * @throws GitLabError as `graphql` does.
 */
export async function fetchProfileFiles(
  instance: Instance,
  projects: readonly [own: string, near: string, top: string],
  signal: AbortSignal,
): Promise<ProfileFile[]> {
  const [own, near, top] = projects;
  const found = await graphql(
    instance,
    readProfileFilesDocument,
    { own, near, top, files: profileFiles },
    answer,
    signal,
  );
  return [...new Set(projects)].map(path => {
    const there = [found.own, found.near, found.top].find(one => one?.fullPath.toLowerCase() === path.toLowerCase());
    const nodes = there?.repository?.blobs?.nodes ?? [];
    const file = profileFiles.find(name => nodes.some(one => one?.path === name)) ?? profileFiles[0];
    return { project: path, file, text: nodes.find(one => one?.path === file)?.rawTextBlob ?? undefined };
  });
}
