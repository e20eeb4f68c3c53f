import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createProject, type Project } from './project.js';

const paths = [
  'team/README.md',
  'team/grafana/dashboards/http/web.json',
  'team/grafana/dashboards/overview/health.json',
  'team/grafana/provisioning/dashboards/team.yaml',
  'team/grafana/provisioning/datasources/team.yaml',
  'team/manifest.json',
  'team/prometheus/prom_local/prometheus.yml',
];

/** The summary without its only line that differs from run to run. */
function withoutTime(stdout: string): string {
  return stdout.replace(/\d+\.\d\d s/, '… s');
}

async function buildCleanly(project: Project, ...args: readonly string[]): Promise<string> {
  const { code, signal, stdout, stderr } = await project.run(['build', ...args]);
  expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: '' });
  return withoutTime(stdout);
}

describe('the summary', () => {
  test('says what was written, unchanged and deleted, and names strangers', async () => {
    const project = createProject();
    expect(await buildCleanly(project)).toBe(`generated/team: 6 written, 0 unchanged, 0 deleted
  written  README.md
  written  grafana/dashboards/http/web.json
  written  grafana/dashboards/overview/health.json
  written  grafana/provisioning/dashboards/team.yaml
  written  grafana/provisioning/datasources/team.yaml
  written  prometheus/prom_local/prometheus.yml
1 pack built in … s
`);
    expect(Object.keys(project.snapshot())).toEqual(paths);
    expect(await buildCleanly(project)).toMatch(
      /^generated\/team: 0 written, 6 unchanged, 0 deleted\n1 pack (?:built in … s|unchanged since the last build)\n$/,
    );

    project.write({ 'generated/team/grafana/dashboards/mine.json': '{}' });
    project.edit('pack.ts', ", () => import('./dashboards/health.js')", '');
    expect(await buildCleanly(project)).toBe(`generated/team: 1 written, 4 unchanged, 1 deleted
  written  README.md
  deleted  grafana/dashboards/overview/health.json
  stranger grafana/dashboards/mine.json (kept: dashpack did not write it)
1 pack built in … s
`);
    expect(project.read('generated/team/grafana/dashboards/mine.json')).toBe('{}');
  });

  test('names the type check where it was left out, and --strict then fails', async () => {
    const project = createProject();
    expect(await buildCleanly(project, '--no-type-check')).toMatch(/\nnot checked: type check \(--no-type-check\)\n$/);
    expect((await project.run(['build', '--no-type-check', '--strict'])).code).toBe(3);
    expect((await project.run(['build', '--strict'])).code).toBe(0);
  });

  test('is silent with --quiet', async () => {
    expect(await buildCleanly(createProject(), '--quiet')).toBe('');
  });

  test('is one JSON document with --format json', async () => {
    const document: unknown = JSON.parse(await buildCleanly(createProject(), '--format', 'json'));
    expect(document).toEqual({
      exitCode: 0,
      out: 'generated',
      milliseconds: expect.any(Number) as number,
      written: true,
      upToDate: false,
      packs: [
        {
          pack: 'team',
          written: paths.filter((path) => !path.endsWith('manifest.json')).map((path) => path.replace('team/', '')),
          unchanged: 0,
          deleted: [],
          strangers: [],
        },
      ],
      skipped: [],
      findings: [],
    });
  });
});

describe('the same bytes', () => {
  test.each<[name: string, args: readonly string[], options: Parameters<Project['run']>[1]]>([
    ['again', [], {}],
    ['in another time zone', [], { env: { TZ: 'Pacific/Kiritimati' } }],
    ['in another locale', [], { env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' } }],
    ['in another home', [], { env: { HOME: '/nowhere', TMPDIR: '/var/tmp' } }],
    ['in another working folder', ['--config', '../dashpack.config.ts'], { cwd: 'dashboards' }],
    ['without the type check', ['--no-type-check'], {}],
  ])('%s', async (_name, args, options) => {
    const project = createProject();
    await buildCleanly(project);
    const before = project.snapshot();
    project.write(Object.fromEntries(paths.map((path) => [`generated/${path}`, undefined])));

    expect(await project.run(['build', ...args], options)).toMatchObject({ code: 0, stderr: '' });
    expect(project.snapshot()).toEqual(before);
    expect(JSON.stringify(before)).not.toContain(project.folder);
  });

  test('in another project folder', async () => {
    const [here, there] = [createProject(), createProject()];
    await Promise.all([buildCleanly(here), buildCleanly(there)]);
    expect(here.snapshot()).toEqual(there.snapshot());
  });
});

test('another title of a panel changes one line of its dashboard, and its lines on the page', async () => {
  const project = createProject();
  await buildCleanly(project);
  const before = project.snapshot();
  project.edit('dashboards/web.ts', "stat('In flight'", "stat('Being served'");
  await buildCleanly(project);

  const changed = Object.entries(project.snapshot()).flatMap(([path, text]) => {
    const old = before[path]?.split('\n') ?? [];
    return text.split('\n').flatMap((line, index) => (line === old[index] ? [] : [[path, old[index], line]]));
  });
  expect(changed).toEqual([
    ['team/README.md', '- **In flight** (stat, row `traffic`)', '- **Being served** (stat, row `traffic`)'],
    ['team/README.md', '- Web: In flight', '- Web: Being served'],
    ['team/grafana/dashboards/http/web.json', '      "title": "In flight",', '      "title": "Being served",'],
  ]);
});

test('--out is a folder from the working folder', async () => {
  const project = createProject();
  await project.run(['build', '--config', '../dashpack.config.ts', '--out', '../elsewhere'], { cwd: 'dashboards' });
  expect(Object.keys(project.snapshot('elsewhere'))).toEqual(paths);
  expect(project.snapshot()).toEqual({});
});

test('a configuration may read files beside its modules', async () => {
  const project = createProject({ 'dashboards/title.txt': 'Read from a file' });
  project.edit('dashboards/health.ts', "title: 'Health'", 'title');
  project.edit(
    'dashboards/health.ts',
    'export default',
    'const title = readFileSync(`${import.meta.dirname}/title.txt`, "utf8");\nexport default',
  );
  project.edit('dashboards/health.ts', 'import', "import { readFileSync } from 'node:fs';\nimport");
  await buildCleanly(project, '--no-type-check');
  expect(project.read(`generated/${paths[2]}`)).toContain('"title": "Read from a file"');
});

describe('two builds at once', () => {
  test('both succeed, and leave what one leaves', async () => {
    const project = createProject();
    await buildCleanly(project);
    const before = project.snapshot();
    project.write(Object.fromEntries(paths.map((path) => [`generated/${path}`, undefined])));
    await Promise.all([buildCleanly(project), buildCleanly(project)]);
    expect(project.snapshot()).toEqual(before);
  });
});

describe('a build that is ended', () => {
  /** A build that waits after its first dashboard. */
  async function startWaiting(project: Project): Promise<ReturnType<Project['start']>> {
    project.edit(
      'pack.ts',
      "() => import('./dashboards/health.js')",
      "() => wait().then(() => import('./dashboards/health.js'))",
    );
    project.edit('pack.ts', 'import { pack }', "import { writeFileSync } from 'node:fs';\nimport { pack }");
    project.write({
      'pack.ts': `${project.read('pack.ts')}
async function wait(): Promise<void> {
  writeFileSync('${join(project.folder, 'waiting')}', '');
  await new Promise((resolve) => setTimeout(resolve, 30_000));
}
`,
    });
    const running = project.start(['build', '--no-type-check']);
    for (let waited = 0; !existsSync(join(project.folder, 'waiting')) && waited < 10_000; waited += 20) await pause(20);
    return running;
  }

  test.each<[signal: NodeJS.Signals, code: number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('by %s puts everything in order and exits with %i', async (signal, code) => {
    const project = createProject();
    await buildCleanly(project);
    project.edit('dashboards/web.ts', "title: 'Web'", "title: 'The web'");
    const before = project.snapshot();
    const { child, result } = await startWaiting(project);
    expect(project.snapshot()).not.toEqual(before); // the lock, and what is staged
    child.kill(signal);
    expect(await result).toEqual({
      code,
      signal: null,
      stderr: '',
      stdout: `Ended by ${signal}: nothing was written.\nnot checked: type check (--no-type-check)\n`,
    });
    expect(project.snapshot()).toEqual(before);
  });

  test('by SIGKILL leaves the old files, and the next build recovers', async () => {
    const project = createProject();
    await buildCleanly(project);
    const before = project.snapshot();
    const source = project.read('pack.ts');
    const { child, result } = await startWaiting(project);
    child.kill('SIGKILL');
    expect((await result).signal).toBe('SIGKILL');
    expect(project.snapshot()).toMatchObject(before);

    project.write({ 'pack.ts': source });
    project.edit('dashboards/web.ts', "title: 'Web'", "title: 'The web'");
    await buildCleanly(project);
    const after = project.snapshot();
    expect(Object.keys(after)).toEqual(paths);
    expect(after[paths[1] ?? '']).toContain('"title": "The web"');
  });

  test('by SIGKILL at any moment leaves whole files, old or new', async () => {
    const project = createProject();
    const titles = ['First', 'Second'];
    const write = (title: string): void => {
      for (const name of ['web', 'health']) {
        project.write({
          [`dashboards/${name}.ts`]: project
            .read(`dashboards/${name}.ts`)
            .replace(/title: '[^']*'/, `title: '${title}'`),
        });
      }
    };
    write('First');
    await buildCleanly(project, '--no-type-check');
    for (let attempt = 0; attempt < 16; attempt += 1) {
      write(titles[(attempt + 1) % 2] ?? '');
      const { child, result } = project.start(['build', '--no-type-check', '--quiet']);
      await pause(60 + attempt * 12);
      child.kill('SIGKILL');
      await result;
      for (const path of paths.filter((each) => each.includes('grafana/dashboards/')).slice(0, 2)) {
        const { title } = JSON.parse(project.read(`generated/${path}`)) as { readonly title: string };
        expect(titles).toContain(title);
      }
    }
    await buildCleanly(project);
    expect(Object.keys(project.snapshot())).toEqual(paths);
  }, 60_000);
});

describe('the type check', () => {
  test('remembers a success until one of its files changes, a file with types only as well', async () => {
    const project = createProject({ 'names.ts': "export type Name = 'Web';\n" });
    project.edit('dashboards/web.ts', 'import', "import type { Name } from '../names.js';\nimport");
    project.edit('dashboards/web.ts', "title: 'Web'", "title: 'Web' satisfies Name");
    await buildCleanly(project);
    await buildCleanly(project);
    project.write({ 'names.ts': "export type Name = 'Wob';\n" });
    expect(await project.run(['build'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^dashboards\/web\.ts:\d+:\d+: error TS1360: /) as string,
    });
    project.write({ 'names.ts': "export type Name = 'Web';\n" });
    await buildCleanly(project);
  });

  test('follows the nearest tsconfig.json and what it extends', async () => {
    const project = createProject({
      'tsconfig.json': '{\n  // ours\n  "extends": "./base.json", "include": ["nothing"], }\n',
      'base.json':
        '{ "compilerOptions": { "module": "nodenext", "strict": true, "composite": true, "rootDir": "src", "types": [] } }\n',
      'unrelated.ts': 'export const wrong: number = "not reached from the configuration";\n',
    });
    project.edit('catalog.ts', 'export const LOCAL', 'const unused = 1;\nexport const LOCAL');
    await buildCleanly(project);
    project.edit('base.json', '"strict": true', '"strict": true, "noUnusedLocals": true');
    expect(await project.run(['build'])).toMatchObject({
      code: 2,
      stderr:
        "catalog.ts:3:7: error TS6133: 'unused' is declared but its value is never read.\n  next: correct the types, or run with --no-type-check to go on without\n",
    });
  });

  test('works where nothing can be written beside the configuration', async () => {
    const project = createProject();
    project.write({ 'node_modules/.cache': 'a file where the cache would be' });
    mkdirSync(join(project.folder, 'tmp'));
    await project.run(['build'], { env: { TMPDIR: join(project.folder, 'tmp') } });
    expect(Object.keys(project.snapshot())).toEqual(paths);
    expect(Object.keys(project.snapshot('tmp'))).toEqual([expect.stringMatching(/^dashpack-types-\w+\.json$/)]);
  });
});
