/** Writes the reference of the profile format and its JSON Schema: `npm run profile-format`, after the schema has changed. */
import { writeFileSync } from 'node:fs';
import { generated } from './profile-reference';

for (const { file, text } of generated()) writeFileSync(new URL(`../${file}`, import.meta.url), text);
