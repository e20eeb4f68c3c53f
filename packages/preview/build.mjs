// Builds the page: one script, its fonts, the icons that it asks for, and the licences of all that is in it.
//
//   node build.mjs
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { assets } from './build/assets.mjs';
import { packagesIn, printLicences } from './build/licences.mjs';
import { stubs } from './build/stubs.mjs';

const root = import.meta.dirname;
const out = join(root, 'dist');

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const { metafile } = await build({
  entryPoints: [join(root, 'src/main.tsx')],
  outfile: join(out, 'client.js'),
  bundle: true,
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  minify: true,
  legalComments: 'none',
  metafile: true,
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
  plugins: [stubs, assets],
  logLevel: 'warning',
});
const packages = packagesIn(metafile, root);
writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), printLicences(packages));
writeFileSync(
  join(out, 'packages.json'),
  `${JSON.stringify(
    packages.map(({ name, version, license }) => ({ name, version, license })),
    null,
    2,
  )}\n`,
);
const size = readFileSync(join(out, 'client.js')).length;
console.log(`client.js ${(size / 1e6).toFixed(2)} MB, ${packages.length} packages`);
