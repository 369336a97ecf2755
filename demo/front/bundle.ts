import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { compileTemplate } from 'vue/compiler-sfc';
import { iconPaths } from './icon-paths';

/** What the page shells link as /assets/demo.js and /assets/demo.css. */
export type FrontAssets = { js: string; css: string };

const require = createRequire(import.meta.url);
const demo = fileURLToPath(new URL('..', import.meta.url));
let assets: Promise<FrontAssets> | undefined;

/** Bundles the browser code and the styles in memory, once per process. */
export function frontAssets(): Promise<FrontAssets> {
  assets ??= bundle();
  return assets;
}

async function bundle(): Promise<FrontAssets> {
  const result = await build({
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    root: demo,
    define: { __ICON_PATHS__: JSON.stringify(iconPaths()), 'process.env.NODE_ENV': '"production"' },
    plugins: [compiledTemplates()],
    resolve: { alias: { vue: require.resolve('vue/dist/vue.esm.js') } },
    css: { postcss: { plugins: [utilityClasses()] } },
    build: {
      write: false,
      minify: false,
      cssMinify: false,
      cssCodeSplit: false,
      // It warns when a machine has much to do.
      rolldownOptions: { checks: { pluginTimings: false } },
      lib: { entry: `${demo}front/main.ts`, formats: ['iife'], name: 'demo', fileName: () => 'demo.js' },
    },
  });
  const output = [result].flat().flatMap(part => ('output' in part ? part.output : []));
  const js = output.find(file => file.type === 'chunk')?.code;
  const css = output.find(file => file.type === 'asset' && file.fileName.endsWith('.css'));
  if (js === undefined || css?.type !== 'asset') throw new Error('Vite built no demo.js or no demo.css');
  return { js, css: `${publishedStyles()}\n${css.source.toString()}` };
}

/** Makes functions of the components' templates, as GitLab's own build does; those put together from pieces the page compiles. */
function compiledTemplates(): Plugin {
  return {
    name: 'demo:templates',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(`${demo}front/`)) return undefined;
      return code.replaceAll(/\btemplate: (`[^`]*`|'[^']*')/g, (_, literal: string) => {
        const source = literal.slice(1, -1);
        if (source.includes('${')) return `template: ${literal}`;
        const { code: functions, errors } = compileTemplate({ source, filename: id, isProduction: true });
        if (errors.length > 0) throw new Error(`${id}: ${errors.join(', ')}`);
        return `...(() => { ${functions}\nreturn { render, staticRenderFns }; })()`;
      });
    },
  };
}

/** GitLab's own component styles and both sets of design tokens; the dark set stands under `:root.gl-dark`. */
function publishedStyles(): string {
  return [
    '@gitlab/ui/src/tokens/build/css/tokens.css',
    '@gitlab/ui/src/tokens/build/css/tokens.dark.css',
    '@gitlab/ui/dist/index.css',
  ]
    .map(path => readFileSync(require.resolve(path), 'utf8'))
    .join('\n');
}

/** GitLab's `gl-*` utility classes, as many as the demo's markup uses, with container queries as the panels need them. */
function utilityClasses() {
  process.env.USE_TAILWIND_CONTAINER_QUERIES = 'true';
  const tailwind = require('tailwindcss');
  const preset = require('@gitlab/ui/tailwind.defaults.js');
  return tailwind({
    presets: [preset],
    darkMode: ['selector', '.gl-dark'],
    content: [`${demo}pages/**/*.ts`, `${demo}front/**/*.ts`],
  });
}
