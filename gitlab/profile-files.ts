import * as z from 'zod/mini';
import { graphql } from './api';
import type { Instance } from './instance';

/** The files in which a repository may carry a team profile, the first that there is counts. */
export const profileFiles = ['.gitlab/handrail.yml', '.gitlab/handrail.json'] as const;

const files = '{ fullPath repository { blobs(paths: $files) { nodes { path rawTextBlob } } } }';

export const readProfileFilesDocument = `query handrailProfileFiles($own: ID!, $ofGroup: ID!, $near: ID!, $top: ID!, $files: [String!]!) {
  own: project(fullPath: $own) ${files}
  ofGroup: project(fullPath: $ofGroup) ${files}
  near: project(fullPath: $near) ${files}
  top: project(fullPath: $top) ${files}
}`;

const blob = z.object({ path: z.string(), rawTextBlob: z.nullable(z.string()) });
const blobs = z.nullable(z.object({ nodes: z.nullable(z.array(z.nullable(blob))) }));
const project = z.nullable(z.object({ fullPath: z.string(), repository: z.nullable(z.object({ blobs })) }));
const answer = z.object({ own: project, ofGroup: project, near: project, top: project });

/** A project, and its profile file; without one `text` is `undefined`. */
export type ProfileFile = { readonly project: string; readonly file: string; readonly text: string | undefined };

/**
 * Looks for team profiles in the repositories of four projects, on their default branches, in one request.
 *
 * @param projects Full paths, some of which may be the same.
 * @returns One for each repository that can be seen. GitLab says `null` of what is not there and of what this person may
 *   not see, as after the end of a session: that is no file that is gone.
 * @throws GitLabError as `graphql` does.
 */
export async function fetchProfileFiles(
  instance: Instance,
  projects: readonly [own: string, ofGroup: string, near: string, top: string],
  signal: AbortSignal,
): Promise<ProfileFile[]> {
  const [own, ofGroup, near, top] = projects;
  const found = await graphql(
    instance,
    readProfileFilesDocument,
    { own, ofGroup, near, top, files: profileFiles },
    answer,
    signal,
  );
  return [...new Set(projects)].flatMap(path => {
    const there = Object.values(found).find(one => one?.fullPath.toLowerCase() === path.toLowerCase());
    const nodes = there?.repository?.blobs?.nodes;
    if (!nodes) return [];
    const file = profileFiles.find(name => nodes.some(one => one?.path === name)) ?? profileFiles[0];
    const text = nodes.find(one => one?.path === file)?.rawTextBlob;
    // A file whose text is `null` is there, but is no text.
    return text === null ? [] : [{ project: path, file, text }];
  });
}
