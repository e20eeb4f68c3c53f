import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mount } from '../core/emit/mount.js';
import { createProject, type Project, type RunOptions } from './project.js';

/** Runs a command that must fail in good order: one message, no stack trace, nothing lost on disk. */
async function failCleanly(project: Project, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const before = project.snapshot();
  const { code, stdout, stderr } = await project.run(args, options);
  expect(stdout + stderr).not.toMatch(/^ {4}at |dashpack-config|file:\/\/|config\.mjs/m);
  expect(project.snapshot()).toEqual(before);
  return `${code}\n${stdout}${stderr}`;
}

const add = "rate(requests({ status: '2xx' }))";

interface Case {
  readonly name: string;
  /** The file to change. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Files to write besides. */
  readonly more?: Readonly<Record<string, string>>;
  /** What the compiler would see too is not its matter here. */
  readonly typeCheck?: false;
  /** It ends the process. */
  readonly alone?: true;
  /** The exit code and what is printed. */
  readonly printed: string;
}

const cases: readonly Case[] = [
  {
    name: 'a configuration that throws',
    file: 'dashpack.config.ts',
    from: 'export default',
    to: "if (team.name === 'team') throw new Error('no team today', { cause: new Error('it rains') });\nexport default",
    printed: `2
dashpack.config.ts:4:33: no team today (because: it rains)
  next: correct that line and run dashpack again
`,
  },
  {
    name: 'a module that throws',
    file: 'catalog.ts',
    from: "role('LOCAL'",
    to: "role('local'",
    typeCheck: false,
    printed: `2
catalog.ts:3:22: role "local": a role's name is upper case, such as AI_LIVE
  next: correct that line and run dashpack again
not checked: type check (--no-type-check)
`,
  },
  {
    name: 'a dashboard that throws when it is its turn',
    file: 'dashboards/health.ts',
    from: 'min(up',
    to: 'min((undefined as unknown as typeof up)',
    printed: `2
dashboards/health.ts:5:96: Cannot read properties of undefined (reading 'on')
  next: correct that line and run dashpack again
`,
  },
  {
    name: 'a configuration that throws no error',
    file: 'dashpack.config.ts',
    from: 'export default',
    to: "if (team.name === 'team') throw 'a string';\nexport default",
    printed: `2
dashpack.config.ts: a string
  next: correct the configuration and run dashpack again
`,
  },
  {
    name: 'a configuration that never finishes',
    file: 'dashpack.config.ts',
    from: 'export default',
    to: 'await new Promise(() => undefined);\nexport default',
    alone: true,
    printed: `2
the configuration never finishes: it waits for something that cannot happen any more
  next: look for an await on a promise that nothing resolves
`,
  },
  {
    name: 'a dashboard that never comes',
    file: 'pack.ts',
    from: "() => import('./dashboards/web.js')",
    to: '() => new Promise<never>(() => undefined)',
    alone: true,
    printed: `2
the configuration never finishes: it waits for something that cannot happen any more
  next: look for an await on a promise that nothing resolves
`,
  },
  {
    name: 'a configuration that does not type-check',
    file: 'dashboards/web.ts',
    from: add,
    to: "rate(requests({ stetus: '2xx' }))",
    printed: `2
dashboards/web.ts:8:36: error TS2322: Type '"2xx"' is not assignable to type '"2xx" & ProblemListing<"web_requests_total has no label \\"stetus\\"; it has", "instance" | "job" | "route" | "status">'.
  Type 'string' is not assignable to type 'ProblemListing<"web_requests_total has no label \\"stetus\\"; it has", "instance" | "job" | "route" | "status">'.
  next: correct the types, or run with --no-type-check to go on without
`,
  },
  {
    name: 'a syntax error',
    file: 'dashboards/web.ts',
    from: 'rows: {',
    to: 'rows: {{',
    printed: `2
dashboards/web.ts:5:10: Expected identifier but found "{"
  next: correct the lines above and run dashpack again
`,
  },
  {
    name: 'an import of a file that does not exist',
    file: 'dashboards/web.ts',
    from: "'../catalog.js'",
    to: "'../catalogue.js'",
    printed: `2
dashboards/web.ts:2:46: the import "../catalogue.js" leads nowhere: there is no catalogue.js
  next: correct the lines above and run dashpack again
`,
  },
  {
    name: 'an import of a package that is not installed',
    file: 'dashboards/web.ts',
    from: 'import',
    to: "import '@team/shared/colours';\nimport",
    printed: `2
dashboards/web.ts:1:8: the import "@team/shared/colours" leads nowhere: no such package is installed
  next: npm install @team/shared, or correct the import
`,
  },
  {
    name: 'an import of a name that its file does not have',
    file: 'dashboards/web.ts',
    from: 'inFlight, requests }',
    to: 'inFlights as inFlight, requests }',
    printed: `2
dashboards/web.ts:2:20: No matching export in "catalog.ts" for import "inFlights"
  next: correct the lines above and run dashpack again
`,
  },
  {
    name: 'an import of a name that dashpack does not have',
    file: 'catalog.ts',
    from: 'counter, datasource',
    to: 'countr as counter, datasource',
    typeCheck: false,
    printed: `2
catalog.ts:1:20: dashpack does not export "countr": did you mean "count"?
  next: correct the import and run dashpack again
not checked: type check (--no-type-check)
`,
  },
  {
    name: 'an entry that dashpack does not have',
    file: 'dashboards/web.ts',
    from: "from 'dashpack'",
    to: "from 'dashpack/panel'",
    printed: `2
dashboards/web.ts:1:75: dashpack has no "dashpack/panel": did you mean "dashpack/panels"?
  next: correct the lines above and run dashpack again
`,
  },
  {
    name: 'a default export that is something else',
    file: 'dashpack.config.ts',
    from: 'defineConfig({ packs: [team] })',
    to: 'team',
    typeCheck: false,
    printed: `2
dashpack.config.ts:4:1: the configuration must export defineConfig(…) by default, but the default export is a pack
  next: write: export default defineConfig({ packs: [myPack] });
not checked: type check (--no-type-check)
`,
  },
  {
    name: 'no default export',
    file: 'dashpack.config.ts',
    from: 'export default',
    to: 'export const config =',
    printed: `2
dashpack.config.ts:1:1: the configuration must export defineConfig(…) by default, but there is no default export
  next: write: export default defineConfig({ packs: [myPack] });
`,
  },
  {
    name: 'two packs with one name',
    file: 'dashpack.config.ts',
    from: 'packs: [team]',
    to: "packs: [team, pack({ ...team, metrics: [], name: 'team', roles: [], bindings: {} })]",
    typeCheck: false,
    printed: `2
dashpack.config.ts:4:45: two packs have the name "team", which is their folder: the other one is at pack.ts:4:21
  next: give one of them another name
not checked: type check (--no-type-check)
`,
  },
  {
    name: 'two dashboards with one uid',
    file: 'dashboards/health.ts',
    from: "uid: 'health'",
    to: "uid: 'web'",
    printed: `2
dashboards/health.ts:4:16: error dashboard/duplicate-uid: two dashboards have the uid "web": the other one is at dashboards/web.ts:4:16; give one of them another
  in: web
1 error
Nothing was written.
next: dashpack explain dashboard/duplicate-uid says what to do
`,
  },
  ...['../secrets', 'a/b', '..'].map((folder): Case => ({
    name: `the folder ${folder}`,
    file: 'dashboards/web.ts',
    from: "folder: 'http'",
    to: `folder: '${folder}'`,
    printed: `2
dashboards/web.ts:4:26: the folder "${folder}" of dashboard "web" is not a folder name: use letters, digits, spaces, - and _, without / or ..
  next: correct that line and run dashpack again
`,
  })),
  {
    name: 'a metric declared twice with different labels',
    file: 'pack.ts',
    from: 'metrics: [catalog]',
    to: 'metrics: [catalog, again]',
    more: {
      'again.ts': `import { counter } from 'dashpack';
import { LOCAL, web } from './catalog.js';

export const again = counter('web_in_flight', { owner: LOCAL, producer: web, help: 'x', labels: { code: ['1'] } });
`,
    },
    printed: `2
again.ts:4:22: error catalog/duplicate-metric: web_in_flight is declared twice: here with the labels code, before with no labels, at catalog.ts:22:25; remove one, or list only one of their modules in metrics
  in: web_in_flight
`,
  },
  {
    name: 'a role without binding',
    file: 'pack.ts',
    from: 'bindings: { LOCAL: catalog.prometheus }',
    to: 'bindings: {} as { LOCAL: typeof catalog.prometheus }',
    printed: `2
pack.ts:4:21: error datasource/role-not-bound: role LOCAL has no datasource: bind it in the pack's bindings
  in: team
`,
  },
];

test.each(cases)(
  '$name: one message, exit code 2, nothing lost',
  async ({ file, from, to, more = {}, typeCheck, alone = false, printed }) => {
    const project = createProject();
    expect((await project.run(['build', '--no-type-check'])).code).toBe(0);
    project.write(more);
    project.edit(file, from, to);
    if (more['again.ts'] !== undefined) project.edit(file, 'import *', "import { again } from './again.js';\nimport *");
    if (to.includes('pack({')) project.edit(file, 'import {', 'import { pack,');
    const args = typeCheck === false ? ['--no-type-check'] : [];
    for (const command of ['build', 'check']) {
      const expected = printed.replace(
        'Nothing was written',
        command === 'check' ? 'Nothing was compared' : 'Nothing was written',
      );
      expect(sorted(await failCleanly(project, [command, ...args], { alone }))).toContain(sorted(expected));
    }
  },
);

/** Standard output comes before standard error, whatever was printed first. */
function sorted(printed: string): string {
  const [code = '', ...lines] = printed.split('\n');
  const [left, rest] = [
    lines.filter((line) => line.startsWith('not checked')),
    lines.filter((line) => !line.startsWith('not checked')),
  ];
  return [code, ...left, ...rest].join('\n').trimEnd();
}

describe('no configuration', () => {
  test('says where it looked, and how to start', async () => {
    const project = createProject({ 'dashpack.config.ts': undefined });
    const printed = await failCleanly(project, ['build']);
    expect(printed).toMatch(
      `2\nthere is no configuration: looked for ${project.folder}/dashpack.config.ts\n  next: name it with`,
    );
    expect(printed).toContain('export default defineConfig({');
  });

  test('names the one in a folder above', async () => {
    const project = createProject();
    expect(await project.run(['check'], { cwd: 'dashboards' })).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: `there is no configuration: looked for ${project.folder}/dashboards/dashpack.config.ts
  next: run dashpack in ${project.folder}, or with --config ../dashpack.config.ts
`,
    });
  });

  test('names what --config says', async () => {
    const project = createProject();
    expect(await failCleanly(project, ['build', '--config', 'other.ts'])).toBe(
      `2\nthere is no configuration ${project.folder}/other.ts\n  next: correct --config, or create other.ts\n`,
    );
  });
});

describe('the disk', () => {
  test('an output folder that cannot be one', async () => {
    const project = createProject();
    expect(await failCleanly(project, ['build', '--out', 'package.json/generated'])).toMatch(
      /^2\ncannot .*package\.json.*: a file stands where a folder is needed \(ENOTDIR\)\n {2}next: /,
    );
  });

  test('an output folder that is read-only', async ({ skip }) => {
    const project = createProject();
    const out = join(project.folder, 'generated');
    mkdirSync(out);
    if (process.getuid?.() === 0) {
      const reason = mount(out, '-t', 'tmpfs', '-o', 'ro', 'tmpfs');
      if (reason !== undefined) return skip(reason);
    } else chmodSync(out, 0o555);
    expect(await failCleanly(project, ['build'])).toMatch(
      /^2\ncannot .*generated.*: (?:the file system is read-only|permission denied) \(E\w+\)\n {2}next: /,
    );
  });

  test('a full disk loses nothing', async ({ skip }) => {
    const project = createProject();
    const out = join(project.folder, 'generated');
    mkdirSync(out);
    const reason = mount(out, '-t', 'tmpfs', '-o', 'size=44k', 'tmpfs');
    if (reason !== undefined) return skip(reason);
    expect(await project.run(['build'])).toMatchObject({ code: 0, stderr: '' });
    const filled = spawnSync('sh', ['-c', `head -c 1000000 /dev/zero > ${out}/filler`]);
    expect(filled.status).not.toBe(0);
    project.edit('dashboards/web.ts', "title: 'Web'", "title: 'The web'");
    expect(await failCleanly(project, ['build'])).toMatch(
      /^2\ncannot .*: the disk is full \(ENOSPC\).*\n {2}next: free some space/,
    );
  });

  test('a file of somebody else in the way is kept and named', async () => {
    const path = 'generated/team/grafana/dashboards/http/web.json';
    const project = createProject({ [path]: '{}' });
    expect(await failCleanly(project, ['build'])).toMatch(
      /^2\n.*web\.json is in the way: dashpack did not write it, and it differs .*\n {2}next: move .* away/,
    );
  });
});

test('findings are printed for programs too', async () => {
  const project = createProject();
  project.edit('dashboards/health.ts', "uid: 'health'", "uid: 'web'");
  const message =
    'two dashboards have the uid "web": the other one is at dashboards/web.ts:4:16; give one of them another';
  expect(await project.run(['build', '--format', 'github'])).toMatchObject({
    code: 2,
    stdout: `::error file=dashboards/health.ts,line=4,col=16,title=dashboard/duplicate-uid::${message}%0Ain: web\n`,
  });
  const { findings } = JSON.parse((await project.run(['build', '--format', 'json'])).stdout) as { findings: unknown };
  expect(findings).toEqual([
    {
      id: 'dashboard/duplicate-uid',
      severity: 'error',
      message,
      subject: 'web',
      file: 'dashboards/health.ts',
      line: 4,
      column: 16,
    },
  ]);
});

test('a query that is wrong is a finding: exit code 1', async () => {
  const project = createProject();
  project.edit('dashboards/web.ts', add, "rate(requests({ status: '3xx' as '2xx' }))");
  expect(await failCleanly(project, ['build'])).toBe(`1
dashboards/web.ts:7:13: error promql/label-value: label "status" of web_requests_total never has the value "3xx"; it has 2xx, 5xx
  in: web: panel "Requests by route"
1 error
Nothing was written.
next: dashpack explain promql/label-value says what to do
`);
});
