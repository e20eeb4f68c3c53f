import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeOnEach, installed } from '../servers/versions.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

function prove(...args: readonly string[]) {
  const command = [`${root}/bin/dashpack.js`, 'prove', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('a scenario, for programs: what each dashboard shows in it, and what fires', () => {
  const { status, stdout } = prove('--pack', 'ai-trading-core', '--scenario', 'connector-down', '--format', 'json');
  const { packs } = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(packs[0].fired).toEqual(expect.arrayContaining(['LiveConnectorDown']));
  const [{ totals }] = packs[0].dashboards;
  expect(totals.queries).toBe(totals.data + totals.empty + totals.waiting);
  expect(totals.dead).toBeGreaterThan(0);
  expect(totals.zeros).toBe(0);
}, 60_000);

test('the same twice: the same bytes', () => {
  const args = ['--pack', 'claire', '--scenario', 'healthy', '--format', 'json'];
  expect(prove(...args).stdout).toBe(prove(...args).stdout);
}, 60_000);

test.each([
  [['--scenario', 'connector-dow'], /has no scenario "connector-dow": did you mean "connector-down"\?/],
  [['--least', 'ai-trading-core'], /--least ai-trading-core is not a share of a pack/],
  [['--least', 'other=95'], /--least other=95 is not a share of a pack/],
])(
  '%j is refused',
  (args, message) => {
    const { status, stderr } = prove('--pack', 'ai-trading-core', ...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  },
  60_000,
);

test('where Prometheus is not installed, it says how to install it', () => {
  const command = [`${root}/bin/dashpack.js`, 'prove'];
  const { status, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: '/nowhere' },
  });
  expect(stderr).toContain('prometheus is not installed');
  expect(stderr).toContain('apt-get install -y prometheus');
  expect(status).toBe(3);
});

test('a folder without its programs is named, and the option', () => {
  const { status, stderr } = prove('--binaries', '/nowhere');
  expect(stderr).toBe(
    '/nowhere/prometheus cannot be called\n  next: name the folder of prometheus and promtool: --binaries\n',
  );
  expect(status).toBe(3);
});

describeOnEach((servers) => {
  test('the version that is proved on is said', () => {
    const binaries = servers === installed ? [] : ['--binaries', dirname(servers.prometheus)];
    const { status, stdout } = prove(
      '--pack',
      'ai-trading-core',
      '--scenario',
      'connector-down',
      '--format',
      'json',
      ...binaries,
    );
    const { prometheus } = JSON.parse(stdout);
    expect([status, `Prometheus ${prometheus.split('.')[0]}`]).toEqual([0, servers.title]);
  }, 60_000);
});

test.each([
  ['SIGTERM', 143, 0],
  ['SIGKILL', null, 1], // nobody can remove the folder then
] as const)(
  'ended by %s, it leaves no server behind',
  async (signal, code, folders) => {
    const temporary = mkdtempSync(join(tmpdir(), 'dashpack-test-'));
    const child = spawn(process.execPath, [`${root}/bin/dashpack.js`, 'prove', '--pack', 'ai-trading-core'], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: temporary },
    });
    const ended = once(child, 'exit');
    try {
      await until(() => serversIn(temporary) > 0);
      child.kill(signal);
      expect((await ended)[0]).toBe(code);
      await until(() => serversIn(temporary) === 0);
      expect(readdirSync(temporary).filter((name) => name.startsWith('dashpack-prove-'))).toHaveLength(folders);
    } finally {
      child.kill('SIGKILL');
      rmSync(temporary, { recursive: true, force: true });
    }
  },
  60_000,
);

/** How many servers of Prometheus run in folders below one. */
function serversIn(folder: string): number {
  const { stdout } = spawnSync('sh', ['-c', 'ls -l /proc/[0-9]*/cwd 2>/dev/null'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(`-> ${folder}/`)).length;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (isSo()) return;
    await setTimeout(100);
  }
  throw new Error('it did not become so within 20 s');
}
