// Installs what packages/preview is built with, and builds it, where it is not built of what stands there now.
//
//   node scripts/preview.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringify from 'fast-json-stable-stringify';
import { filesOf, hashFiles } from './gates/inputs.mjs';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'packages/preview');
const stamps = { install: join(folder, 'node_modules/.stamp'), build: join(folder, 'dist/.stamp') };

const files = hashFiles(root);
const lock = stringify(filesOf(['packages/preview/package-lock.json'], files));
if (!isStamped(stamps.install, lock)) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  });
  writeFileSync(stamps.install, lock);
}
const sources = stringify(filesOf(['packages/preview/**', 'src/core/inspect/preview/*.ts'], files));
if (isStamped(stamps.build, sources)) console.log('packages/preview is built');
else {
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], { cwd: folder, stdio: 'inherit' });
  execFileSync(process.execPath, ['build.mjs'], { cwd: folder, stdio: 'inherit' });
  writeFileSync(stamps.build, sources);
}

function isStamped(file, hash) {
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}
