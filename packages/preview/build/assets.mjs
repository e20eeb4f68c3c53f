// The module `assets`: fonts and icons as they are in the page, so that it asks nobody for them.
import { fonts } from './fonts.mjs';
import { icons } from './icons.mjs';

const root = new URL('..', import.meta.url).pathname;

/** The plugin of esbuild that makes it. */
export const assets = {
  name: 'assets',
  setup(build) {
    build.onResolve({ filter: /^assets$/ }, ({ path }) => ({ path, namespace: 'assets' }));
    build.onLoad({ filter: /.*/, namespace: 'assets' }, () => ({
      contents: `export const fonts = ${JSON.stringify(fonts(root))}; export const icons = ${JSON.stringify(icons(root))};`,
      loader: 'js',
    }));
  },
};
