/** The extensions that are compared, in the order of the table. */
import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const variants = ['none', 'empty', 'handrail', 'parts', 'batched', 'naive'] as const;

export type Variant = (typeof variants)[number];

/** The folder of each variant's unpacked extension; the small ones are written into one that is new. */
export async function variantFolders(): Promise<{ folders: Record<Variant, string | null>; temporary: string }> {
  const temporary = await mkdtemp(join(tmpdir(), 'handrail-bench-'));
  const small = async (name: Variant): Promise<string> => {
    const folder = join(temporary, name);
    await mkdir(folder);
    await copyFile(fileURLToPath(new URL(`variants/${name}.js`, import.meta.url)), join(folder, 'content.js'));
    const manifest = {
      manifest_version: 3,
      name: `Bench: ${name}`,
      version: '1.0.0',
      content_scripts: [{ matches: ['https://gitlab.com/*'], js: ['content.js'] }],
    };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    return folder;
  };
  const folders = {
    none: null,
    empty: await small('empty'),
    handrail: fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url)),
    parts: await small('parts'),
    batched: await small('batched'),
    naive: await small('naive'),
  };
  return { folders, temporary };
}
