import { describe, expect, test } from 'vitest';
import { createProject } from './project.js';

test.each<[name: string, args: readonly string[], stderr: string]>([
  ['an unknown command', ['buidl'], "unknown command 'buidl': did you mean build?\n  next: dashpack --help\n"],
  ['a command like no other', ['xyzzy'], "unknown command 'xyzzy'\n  next: dashpack --help\n"],
  [
    'an unknown flag of a command',
    ['build', '--no-typecheck'],
    "unknown option '--no-typecheck': did you mean --no-type-check?\n  next: dashpack build --help\n",
  ],
  [
    'an unknown flag of every command',
    ['check', '--formt', 'json'],
    "unknown option '--formt': did you mean --format?\n  next: dashpack check --help\n",
  ],
  [
    'a format that does not exist',
    ['check', '--format', 'xml'],
    "option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, github, sarif, markdown\n  next: dashpack check --help\n",
  ],
  [
    'a flag without its value',
    ['build', '--out'],
    "option '--out <folder>' argument missing\n  next: dashpack build --help\n",
  ],
  ['a subject that is missing', ['explain'], "missing required argument 'subject'\n  next: dashpack explain --help\n"],
  [
    'an argument too many',
    ['build', 'everything'],
    "too many arguments for 'build'. Expected 0 arguments but got 1\n  next: dashpack build --help\n",
  ],
  [
    'no command',
    [],
    expect.stringMatching(
      /^no command is given: there are build, check, lint, explain, .*\n  next: dashpack --help\n$/,
    ),
  ],
  [
    'a pack that does not exist',
    ['build', '--pack', 'teem'],
    'there is no pack "teem": did you mean "team"?\n  next: use --pack with team\n',
  ],
])('refuses %s with exit code 2', async (_name, args, stderr) => {
  const project = createProject();
  expect(await project.run(args)).toEqual({ code: 2, signal: null, stdout: '', stderr });
  expect(project.snapshot()).toEqual({});
});

test('explain refuses a format that has no findings to show', async () => {
  const { code, stdout } = await createProject().run(['explain', 'up', '--format', 'github']);
  expect({ code, stdout }).toEqual({
    code: 2,
    stdout:
      '::error title=run/configuration::explain has no findings to print as github: use --format text or json%0Afix: dashpack explain --help\n',
  });
});

test('prints wrong usage as JSON where JSON is asked for', async () => {
  const { code, stdout, stderr } = await createProject().run(['build', '--format', 'json', '--ouf', 'x']);
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    exitCode: 2,
    skipped: [],
    findings: [
      {
        id: 'run/configuration',
        severity: 'error',
        message: "unknown option '--ouf': did you mean --out?",
        subject: '',
        fix: 'dashpack build --help',
      },
    ],
  });
});

describe('help', () => {
  test.each([[['--help']], [['build', '--help']], [['check', '--help']], [['explain', '--help']], [['help', 'check']]])(
    '%j shows options and examples',
    async (args) => {
      const { code, stdout, stderr } = await createProject().run(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('--config <file>');
      expect(stdout).toMatch(/\nExamples:\n {2}dashpack \w/);
    },
  );

  test('the version is that of the package', async () => {
    const { code, stdout } = await createProject().run(['--version']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
  });
});

test('a reader that closes the pipe early is not an error', async () => {
  const project = createProject();
  const { child, result } = project.start(['build', '--format', 'json']);
  child.stdout?.destroy();
  expect(await result).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
  expect(Object.keys(project.snapshot())).toContain('team/manifest.json');
});
