import { startDemo } from './server';

/* `npx tsx demo/main.ts [port] [large]`: the demo GitLab, for looking at by hand. */

const port = Number(process.argv[2] ?? 0);
const demo = await startDemo({ port, size: process.argv[3] === 'large' ? 'large' : 'usual' });
console.log(`Demo GitLab at https://localhost:${demo.port}/gitlab-org/gitlab/-/issues`);
console.log(`Certificate (--ignore-certificate-errors-spki-list): ${demo.spki}`);
