// Writes the names that Grafana knows (units, reducers, matchers, colour modes, transformations, properties of overrides)
// into tests/conformance/registries.json, from the registries of the package @grafana/data. That brings more than a hundred
// packages with it, so it is installed in a temporary folder, in the version of @grafana/schema that is installed here, and
// its registries are bundled without what draws.
//
//   node scripts/grafana-registries.mjs [--check]
//
// With --check, nothing is written, and the exit code is 1 where the file says otherwise.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const file = join(root, 'tests/conformance/registries.json');
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@grafana/schema/package.json'), 'utf8'));

/** The questions to modules of the package, which no browser and no React has to load. */
const ENTRY = `
import { fieldColorModeRegistry } from '@data/field/fieldColor.mjs';
import { fieldReducers } from '@data/transformations/fieldReducer.mjs';
import { fieldMatchers, frameMatchers, valueMatchers } from '@data/transformations/matchers.mjs';
import { DataTransformerID } from '@data/transformations/transformers/ids.mjs';
import { FieldConfigProperty } from '@data/types/fieldOverrides.mjs';
import { getValueFormats } from '@data/valueFormats/valueFormats.mjs';

const ids = (registry) => registry.list().flatMap(({ id, aliasIds = [] }) => [id, ...aliasIds]);
console.log(JSON.stringify({
  units: getValueFormats().flatMap(({ submenu }) => submenu.map(({ value }) => value)),
  reducers: ids(fieldReducers),
  fieldMatchers: ids(fieldMatchers),
  frameMatchers: ids(frameMatchers),
  valueMatchers: ids(valueMatchers),
  colorModes: ids(fieldColorModeRegistry),
  transformations: Object.values(DataTransformerID),
  overrideProperties: Object.values(FieldConfigProperty),
}));
`;

process.exitCode = await main(process.argv.includes('--check'));

async function main(isCheck) {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-grafana-'));
  try {
    const found = await readRegistries(folder);
    if (isCheck && readFileSync(file, 'utf8') !== found) {
      console.error('grafana-registries: the file says otherwise\n  next: node scripts/grafana-registries.mjs');
      return 1;
    }
    if (!isCheck) writeFileSync(file, found);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readRegistries(folder) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(folder, 'i18n.mjs'), 'export const t = (_key, text) => text;\n');
  writeFileSync(join(folder, 'entry.mjs'), ENTRY);
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];
  execFileSync('npm', ['install', ...options, `@grafana/data@${version}`], { cwd: folder, stdio: 'pipe' });
  const data = join(folder, 'node_modules/@grafana/data');
  const { license } = JSON.parse(readFileSync(join(data, 'package.json'), 'utf8'));
  const outfile = join(folder, 'registries.cjs');
  await build({
    entryPoints: [join(folder, 'entry.mjs')],
    bundle: true,
    platform: 'node',
    alias: { '@data': join(data, 'dist/esm'), '@grafana/i18n': join(folder, 'i18n.mjs') },
    banner: { js: "globalThis.navigator = { language: 'en', languages: ['en'] };" },
    outfile,
    logLevel: 'error',
  });
  const printed = execFileSync(process.execPath, [outfile], { encoding: 'utf8' });
  const lists = Object.entries(JSON.parse(printed)).map(([name, ids]) => [
    name,
    [...new Set(ids)].sort((a, b) => (a < b ? -1 : 1)),
  ]);
  const empty = lists.filter(([, ids]) => ids.length === 0);
  if (empty.length > 0) throw new Error(`nothing is registered: ${empty.map(([name]) => name).join(', ')}`);
  return `${JSON.stringify({ package: '@grafana/data', version, license, ...Object.fromEntries(lists) }, null, 2)}\n`;
}
