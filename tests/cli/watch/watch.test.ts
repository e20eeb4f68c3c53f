import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createProject, type Project } from '../project.js';

/** A command that watches, and what it has printed since it was last asked. */
interface Watching {
  /** Everything up to the next time that it waits. */
  heard(): Promise<string>;
  /** Ctrl-C. */
  end(): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

function watchWith(project: Project, args: readonly string[]): Watching {
  const { child, result } = project.start([...args, '--watch']);
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  let wake: (() => void) | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: string) => {
      text += part;
      wake?.();
    });
  }
  child.on('close', () => wake?.());
  return {
    async heard() {
      const end = 'watching; Ctrl-C ends it\n';
      while (!text.includes(end)) {
        if (child.exitCode !== null) throw new Error(`it ended: ${text}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const at = text.indexOf(end) + end.length;
      const heard = text.slice(0, at);
      text = text.slice(at);
      return heard;
    },
    async end() {
      child.kill('SIGINT');
      const { code, signal } = await result;
      return { code, signal };
    },
  };
}

/** Saves a file as many editors do: the new content is written beside it, and renamed. */
function save(project: Project, path: string, from: string, to: string): void {
  const text = project.read(path);
  project.write({ [`${path}~`]: text.replace(from, () => to) });
  renameSync(join(project.folder, `${path}~`), join(project.folder, path));
}

const web = 'generated/team/grafana/dashboards/http/web.json';

describe('build --watch', () => {
  test('builds after each save; a mistake is named and leaves what there is', { timeout: 60_000 }, async () => {
    const project = createProject();
    const watching = watchWith(project, ['build']);
    expect(await watching.heard()).toContain('6 written');
    for (const [from, to] of [
      ['In flight', 'Being served'],
      ['Being served', 'Served now'],
    ] as const) {
      save(project, 'dashboards/web.ts', from, to);
      const heard = await watching.heard();
      expect(heard).toMatch(/^\ndashboards\/web\.ts changed\n/);
      expect(heard).toContain('2 written');
      expect(project.read(web)).toContain(to);
    }
    const good = project.read(web);
    save(project, 'dashboards/web.ts', "['route']", "['route'");
    expect(await watching.heard()).toMatch(/dashboards\/web\.ts:8:\d+: Expected/);
    save(project, 'dashboards/web.ts', "['route'", "['rout']");
    expect(await watching.heard()).toContain('dashboards/web.ts:8:');
    expect(project.read(web)).toBe(good);
    save(project, 'dashboards/web.ts', "['rout']", "['route']");
    expect(await watching.heard()).toContain('0 written');
    expect(await watching.end()).toEqual({ code: 130, signal: null });
  });

  test('a project that cannot be read at first is built as soon as it can', { timeout: 60_000 }, async () => {
    const project = createProject();
    const catalog = project.read('catalog.ts');
    project.write({ 'catalog.ts': undefined });
    const watching = watchWith(project, ['build', '--no-type-check']);
    expect(await watching.heard()).toContain('leads nowhere: there is no catalog.js');
    project.write({ 'catalog.ts': catalog });
    expect(await watching.heard()).toContain('6 written');
  });

  test('prints for people only', async () => {
    const { code, stderr } = await createProject().run(['build', '--watch', '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  });
});

describe('lint --watch', () => {
  test('sees what comes into a folder', { timeout: 60_000 }, async () => {
    const project = createProject({ 'boards/a.json': '{"title": "A", "panels": [], "uid": "a"}' });
    const watching = watchWith(project, ['lint', 'boards']);
    expect(await watching.heard()).toContain('1 dashboard');
    project.write({ 'boards/more/b.json': '{"title": "B", "panels": [], "uid": "b"}' });
    expect(await watching.heard()).toContain('2 dashboards');
    expect(await watching.end()).toEqual({ code: 130, signal: null });
  });

  test('lints the packs again after a change', { timeout: 60_000 }, async () => {
    const project = createProject();
    const watching = watchWith(project, ['lint', '--only', 'panel/title']);
    await watching.heard();
    save(project, 'dashboards/health.ts', "'Web up'", "''");
    expect(await watching.heard()).toContain('panel/');
  });

  test('changes nothing', async () => {
    const { code, stderr } = await createProject().run(['lint', '--watch', '--fix']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '--watch only looks, and changes nothing\n  next: leave out --fix and --update-baseline\n',
    });
  });
});
