import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realTests } from '../projects/real-tests.js';
import { repository, run, writeTree } from './tree.js';

const pure = "import { expect, test } from 'vitest';\nimport { print } from '../src/core/print.js';\n";

test.each([
  ['a test of a function', { 'tests/a.test.ts': pure }, false],
  ['what is read', { 'tests/a.test.ts': "import { readFileSync, readdirSync } from 'node:fs';\n" }, false],
  ['what is written', { 'tests/a.test.ts': "import { readFileSync, mkdtempSync } from 'node:fs';\n" }, true],
  ['over lines', { 'tests/a.test.ts': "import {\n  readFileSync,\n  writeFileSync,\n} from 'node:fs';\n" }, true],
  ['a process', { 'tests/a.test.ts': "import { spawn } from 'node:child_process';\n" }, true],
  ['a server', { 'tests/a.test.ts': "import { createServer } from 'node:http';\n" }, true],
  ['only its type', { 'tests/a.test.ts': "import type { Server } from 'node:http';\n" }, false],
  ['only types of it', { 'tests/a.test.ts': "import { type Server } from 'node:http';\n" }, false],
  [
    'a helper of a helper',
    {
      'tests/a.test.ts': "import { b } from './b.js';\n",
      'tests/b.ts': "export { c } from './c/c.js';\n",
      'tests/c/c.ts': "import { b } from '../b.js';\nimport { fork } from 'node:child_process';\n",
    },
    true,
  ],
  [
    'the type of a helper',
    {
      'tests/a.test.ts': "import type { b } from './b.js';\n",
      'tests/b.ts': "import 'node:net';\nimport { a } from 'node:net';\n",
    },
    false,
  ],
  [
    'a module of the command line',
    {
      'tests/a.test.ts': "import { start } from '../src/cli/start.js';\n",
      'src/cli/start.ts': "import { spawn } from 'node:child_process';\n",
    },
    true,
  ],
  [
    'a module of the core, which a pure test may only not call',
    {
      'tests/a.test.ts': "import { write } from '../src/core/write.js';\n",
      'src/core/write.ts': "import { writeFileSync } from 'node:fs';\n",
    },
    false,
  ],
])('%s', (_, files: Readonly<Record<string, string>>, isReal) => {
  expect(realTests(writeTree(files))).toEqual(isReal ? ['tests/a.test.ts'] : []);
});

test('what a pure test reaches all the same is refused, with the name of what it called', () => {
  const calls = ["spawnSync('true')", "writeFileSync('a', '')", "mkdtempSync('a')", 'createServer().listen(0)'];
  const folder = writeTree({
    'pure-setup.ts': readFileSync(join(repository, 'tests/projects/pure-setup.ts'), 'utf8'),
    'calls.mts': [
      "import './pure-setup.ts';",
      "import { spawnSync } from 'node:child_process';",
      "import { mkdtempSync, writeFileSync } from 'node:fs';",
      "import { createServer } from 'node:net';",
      ...calls.map((call) => `try { ${call}; } catch (error) { console.log(error.message.split(' ')[0]); }`),
    ].join('\n'),
  });
  const esbuild = join(repository, 'node_modules/.bin/esbuild');
  const { code } = run(
    esbuild,
    ['calls.mts', '--bundle', '--platform=node', '--format=esm', '--outfile=calls.mjs', '--log-level=error'],
    folder,
  );
  expect(code).toBe(0);
  expect(run(process.execPath, ['calls.mjs'], folder).printed).toBe('spawnSync\nwriteFileSync\nmkdtempSync\nlisten\n');
});
