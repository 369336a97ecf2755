/** Profiles in repositories: what GitLab's answer says, and what it leaves open. */
import { afterEach, expect, it, vi } from 'vitest';
import { fetchProfileFiles } from '../../gitlab/profile-files';

afterEach(() => vi.unstubAllGlobals());

const instance = { origin: 'https://gitlab.com', root: '' };
const blobs = (nodes: unknown) => ({ blobs: { nodes } });
const yaml = { path: '.gitlab/handrail.yml', rawTextBlob: 'version: 1' };
const json = { path: '.gitlab/handrail.json', rawTextBlob: '{}' };

/** What is found in `g/p`, of which GitLab says this. */
async function found(repository: unknown) {
  const project = { fullPath: 'G/p', repository };
  const data = { own: project, ofGroup: null, near: null, top: null };
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ data })));
  const projects = ['g/p', 'g/p/handrail-profile', 'g/handrail-profile', 'g/handrail-profile'] as const;
  return await fetchProfileFiles(instance, projects, new AbortController().signal);
}

it.each<[string, unknown, object[]]>([
  ['the first of the files', blobs([json, yaml]), [{ file: yaml.path, text: 'version: 1' }]],
  ['the second', blobs([json]), [{ file: json.path, text: '{}' }]],
  ['that there is none', blobs([]), [{ file: yaml.path, text: undefined }]],
  ['nothing of a repository that cannot be seen', null, []],
  ['nothing of files that cannot be seen', { blobs: null }, []],
  ['nothing of a list that cannot be seen', blobs(null), []],
  ['nothing of a file that is no text', blobs([{ ...yaml, rawTextBlob: null }]), []],
])('finds %s', async (_, repository, files) => {
  expect(await found(repository)).toEqual(files.map(one => ({ project: 'g/p', ...one })));
});
