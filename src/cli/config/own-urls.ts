import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Loader, Plugin } from 'esbuild';

/**
 * An esbuild plugin that writes out `import.meta.url`, `.dirname` and `.filename` of every file, which in a bundle
 * would be those of the bundle. Slow, since every file passes through this process: for those who need it.
 */
export const ownUrls: Plugin = {
  name: 'own-urls',
  setup(build) {
    build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.')) return undefined;
      const values: Readonly<Record<string, string>> = {
        url: pathToFileURL(path).href,
        dirname: dirname(path),
        filename: path,
      };
      const contents = text.replaceAll(/\bimport\.meta\.(url|dirname|filename)\b/g, (_all, name: string) =>
        JSON.stringify(values[name]),
      );
      return { contents, loader: loaderOf(path) };
    });
  },
};

function loaderOf(path: string): Loader {
  const [, kind = 'js', x = ''] = /\.[cm]?([jt]s)(x?)$/.exec(path) ?? [];
  return `${kind}${x}` as Loader;
}
