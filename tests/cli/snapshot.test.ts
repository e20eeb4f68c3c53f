import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Browser } from '../../src/cli/browser/browser.js';
import { findBrowser } from '../../src/cli/browser/find-browser.js';
import { repository } from './project.js';

const dashboard = 'live-feed-ops';

function snapshot(...args: readonly string[]) {
  const command = [join(repository, 'bin/dashpack.js'), 'snapshot', '--pack', 'ai-trading-core', ...args];
  return spawnSync(process.execPath, command, { cwd: repository, encoding: 'utf8' });
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-snapshot-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a dashboard is drawn to the same bytes twice, and its page opens alone with all that it shows', async () => {
  const folder = temporary();
  const drawn = ['one', 'two'].map((name) => {
    const out = join(folder, name);
    const { status, stderr, stdout } = snapshot('--out', out, '--width', '1280');
    expect({ status, stderr, stdout: stdout.split('\n')[0] }).toEqual({
      status: 0,
      stderr: '',
      stdout: `  ${out}/ai-trading-core/healthy/${dashboard}.png`,
    });
    return ['png', 'html'].map((end) => readFileSync(join(out, `ai-trading-core/healthy/${dashboard}.${end}`)));
  });
  const [[png, html] = [], [otherPng, otherHtml] = []] = drawn;
  expect(png?.equals(otherPng ?? Buffer.of())).toBe(true);
  expect(html?.equals(otherHtml ?? Buffer.of())).toBe(true);

  const browser = await Browser.start(findBrowser(undefined, { cwd: repository, env: process.env }));
  onTestFinished(() => browser.close());
  const page = await browser.open({ width: 1280, height: 800 });
  const url = `file://${folder}/one/ai-trading-core/healthy/${dashboard}.html`;
  await page.goto(`${url}#bare`);
  await page.waitFor("document.documentElement.dataset.ready === 'true'");
  expect(await page.evaluate('window.dashpackErrors')).toEqual([]);
  expect(page.errors).toEqual([]);
  expect(page.requests.filter((each) => !/^(?:file|data|blob):/.test(each))).toEqual([]);
  const height = await page.evaluate('Math.ceil(document.documentElement.getBoundingClientRect().height) + 8');
  await page.resize({ width: 1280, height: Number(height) });
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  expect((await page.screenshot()).equals(png ?? Buffer.of())).toBe(true);
});

test('--check names the panels in which something cannot be seen', () => {
  const { status, stdout } = snapshot('--out', temporary(), '--width', '700', '--check', '--format', 'json');
  expect(status).toBe(0);
  const { findings } = JSON.parse(stdout) as {
    readonly findings: readonly { readonly id: string; readonly message: string }[];
  };
  expect(findings).toContainEqual(
    expect.objectContaining({
      id: 'render/title-cut',
      message: expect.stringMatching(/^the title is cut: it needs \d+ pixels and has \d+$/) as string,
    }),
  );
});

test.each([
  [['--scenario', 'connector-dow'], /there is no scenario "connector-dow": did you mean "connector-down"\?/],
  [['--dashboard', 'live-feed-op'], /there is no dashboard "live-feed-op": did you mean "live-feed-ops"\?/],
  [['--browser', 'no/such'], /--browser no\/such is not a program/],
])('%j is refused', (args, message) => {
  const { status, stderr } = snapshot('--out', temporary(), ...args);
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});
