import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unfit } from '../build/licences.mjs';
import { page } from '../index.js';

const root = join(import.meta.dirname, '..');
const read = (file) => readFileSync(join(root, file), 'utf8');
const packages = JSON.parse(read('dist/packages.json'));

test('every licence in the page is permissive, and is listed with its package', () => {
  assert.ok(packages.length > 50, `only ${packages.length} packages`);
  assert.deepEqual(unfit(packages), []);
  const listed = read('dist/THIRD-PARTY-LICENSES.txt');
  for (const { name, version } of packages) assert.ok(listed.includes(`${name} ${version} (`), name);
});

test('a copyleft licence is found, and one of several that may be chosen is enough', () => {
  const licences = ['MIT', 'AGPL-3.0-only', '(MIT OR GPL-3.0-or-later)', 'LGPL-3.0', 'unknown'].map((license) => ({
    name: 'x',
    license,
  }));
  assert.deepEqual(
    unfit(licences).map(({ license }) => license),
    ['AGPL-3.0-only', 'LGPL-3.0', 'unknown'],
  );
});

test('it is small, needs nothing at run time, and its versions are exact', () => {
  const [{ size, files }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
  );
  assert.ok(size <= 3_000_000, `${size} bytes`);
  assert.ok(files.some(({ path }) => path === 'dist/client.js'));
  const { dependencies = {}, devDependencies } = JSON.parse(read('package.json'));
  assert.deepEqual(dependencies, {});
  for (const [name, version] of Object.entries(devDependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
  const grafana = Object.entries(devDependencies).filter(([name]) => name.startsWith('@grafana/'));
  assert.deepEqual([...new Set(grafana.map(([, version]) => version))], ['13.2.3']);
});

test('every panel type that the packs use is drawn', () => {
  const generated = join(root, '../../generated');
  const files = readdirSync(generated, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /grafana[/\\]dashboards.*\.json$/.test(file),
  );
  const types = new Set(
    files.flatMap((file) => typesIn(JSON.parse(readFileSync(join(generated, file), 'utf8')).panels)),
  );
  const drawn = new Set([...read('src/kinds/index.ts').matchAll(/^ {2}'?([a-z-]+)'?: draw/gm)].map(([, type]) => type));
  assert.ok(files.length >= 23);
  assert.deepEqual(
    [...types].filter((type) => !drawn.has(type) && type !== 'row'),
    [],
  );
});

test('what stands in a page of one file cannot end its script', () => {
  const text = page({ title: '<b>', recorded: { state: { packs: [], title: '</script><img>' }, answers: {} } });
  assert.ok(text.includes('<title>&lt;b></title>'));
  assert.equal(text.split('</script').length - 1, 2); // of the answers, and of the page's own
  assert.ok(!text.includes('</script><img>'));
});

function typesIn(panels) {
  return panels.flatMap(({ type, panels: inner = [] }) => [type, ...typesIn(inner)]);
}
