// Which packages are in the page, and under what licences.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Licences that ask for nothing but that they are named. */
const permissive =
  /^(?:MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|Unlicense|CC0-1\.0|OFL-1\.1|Zlib|BlueOak-1\.0\.0)$/;

/** The packages of which esbuild took something, and those of the fonts, sorted. */
export function packagesIn({ outputs }, root) {
  const files = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => resolve(path)),
  );
  const fonts = ['inter', 'roboto-mono'].map((name) => join(root, 'node_modules/@fontsource', name, 'package.json'));
  const manifests = new Set([...files.filter((file) => file.includes('node_modules')).map(manifestOf), ...fonts]);
  const packages = [...manifests].filter((each) => each !== undefined).map(describe);
  return packages.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** The packages whose licence asks for more than to be named. */
export function unfit(packages) {
  return packages.filter(({ license }) => !alternatives(license).some((each) => permissive.test(each)));
}

/** The text of a file that names them all. */
export function printLicences(packages) {
  return packages
    .map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text.trim()}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function alternatives(license) {
  return license.replaceAll(/[()]/g, '').split(' OR ');
}

/** The package that a file belongs to: the nearest manifest that has a name and a version. */
function manifestOf(file) {
  for (let folder = dirname(file); folder.includes('node_modules'); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
      if (name !== undefined && version !== undefined) return manifest;
    }
  }
  return undefined;
}

function describe(manifest) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(manifest, 'utf8'));
  const said =
    typeof license === 'string'
      ? license
      : (license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown');
  const file = readdirSync(dirname(manifest)).find((each) => /^licen[cs]e/i.test(each));
  const text =
    file === undefined
      ? 'No text of the licence is in the package.'
      : readFileSync(join(dirname(manifest), file), 'utf8');
  return { name, version, license: said, text };
}
