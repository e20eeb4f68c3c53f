import { describe, expect, test } from 'vitest';
import { bundleConfig, type Bundle } from '../../../src/cli/config/bundle-config.js';
import { createProject, repository } from '../project.js';

/** Bundles a configuration of these lines. */
function bundle(...lines: readonly string[]): Promise<Bundle> {
  const { folder } = createProject({ 'dashpack.config.ts': [...lines, 'export default read();'].join('\n') });
  const stream = { on: () => undefined, write: () => undefined };
  const events = { on: () => undefined, off: () => undefined };
  const host = { stdout: stream, stderr: stream, env: {}, cwd: folder, home: repository, events };
  return bundleConfig(`${folder}/dashpack.config.ts`, host);
}

describe('a bundle is pure', () => {
  test.each([
    ['names like those of the surroundings', "const process = { env: 'mine' }; const read = () => process.env;"],
    ['texts that speak of them', "const read = () => 'The process is up since Date.now() says.'.length;"],
    [
      'functions of JavaScript',
      'const read = () => encodeURIComponent(JSON.stringify(new Map([[1, Math.max(1, 2)]])));',
    ],
    ['dashpack', "import { role } from 'dashpack'; const read = () => role('LOCAL');"],
    ['classes', 'class Reader { readonly value; constructor() { this.value = 1; } } const read = () => new Reader();'],
  ])('%s', async (_what, line) => {
    expect((await bundle(line)).isPure).toBe(true);
  });
});

describe('a bundle is not pure', () => {
  test.each([
    ['the environment', "const read = () => process.env['HOME'];"],
    ['the environment, through the global object', "const read = () => (globalThis as any)['process'].env;"],
    ['the clock', 'const read = () => new Date().getFullYear();'],
    ['chance', 'const read = () => Math.random();'],
    ['chance, taken apart', 'const { random } = Math; const read = () => random();'],
    ['a file', "import { readFileSync } from 'node:fs'; const read = () => readFileSync('x');"],
    ['a module by a computed name', 'const read = () => import(`node:${"fs"}`);'],
    ['text as code', "const read = () => eval('1');"],
    ['a function of text', "const read = () => new Function('return process')();"],
    ['a function of text, found elsewhere', "const read = () => (() => 1).constructor('return process')();"],
    ['the language of the machine', 'const read = () => (1.5).toLocaleString();'],
    ['the sort order of the machine', "const read = () => 'a'.localeCompare('b');"],
    ['where it stands', "const read = () => new Error('x').stack;"],
    ['a timer', 'const read = () => setTimeout(() => 1, 1);'],
    ['what is printed', "console.log('built'); const read = () => 1;"],
  ])('%s', async (_what, line) => {
    expect((await bundle(line)).isPure).toBe(false);
  });
});

test('marked names work as they did, and no line moves', async () => {
  const { code } = await bundle('const read = (): number => Date.now();');
  const [first = '', ...rest] = code.split('\n');
  expect(first).toMatch(/ const __dashpackAmbient_Date = Date;$/);
  expect(rest.join('\n')).toContain('__dashpackAmbient_Date.now()');
});
