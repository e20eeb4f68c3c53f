import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Browser } from '../../../src/cli/browser/browser.js';
import { findBrowser } from '../../../src/cli/browser/find-browser.js';

const here = { cwd: process.cwd(), env: process.env };

async function startBrowser(): Promise<Browser> {
  const browser = await Browser.start(findBrowser(undefined, here));
  onTestFinished(() => browser.close());
  return browser;
}

function pageOf(html: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'page.html');
  writeFileSync(file, `<!doctype html><meta charset="utf-8">${html}`);
  return `file://${file}`;
}

test('a page is drawn, measured, and photographed to the same bytes twice', async () => {
  const browser = await startBrowser();
  const url = pageOf(
    '<body style="margin:0"><h1 id="t">Ü Title</h1><script>setTimeout(() => { window.drawn = 1 }, 50)</script>',
  );
  const pictures: string[] = [];
  for (let time = 0; time < 2; time += 1) {
    const page = await browser.open({ width: 300, height: 100 });
    await page.goto(url);
    await page.waitFor('window.drawn');
    expect(await page.evaluate('[innerWidth, innerHeight, document.querySelector("#t").textContent]')).toEqual([
      300,
      100,
      'Ü Title',
    ]);
    const picture = await page.screenshot();
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([300, 100]);
    pictures.push(picture.toString('base64'));
    expect(page.errors).toEqual([]);
    await page.close();
  }
  expect(pictures[0]).toBe(pictures[1]);
});

test('errors of a page are heard, and what it asks of other machines fails', async () => {
  const browser = await startBrowser();
  const page = await browser.open({ width: 300, height: 100 });
  await page.goto(
    pageOf(
      '<script>setTimeout(() => { throw new Error("broken") })</script><img src="http://example.com/x.png" onerror="window.gone = 1">',
    ),
  );
  await page.waitFor('window.gone');
  expect(page.errors.toSorted()).toEqual([
    expect.stringMatching(/^Error: broken/),
    expect.stringContaining('net::ERR_NAME_NOT_RESOLVED (http://example.com/x.png)'),
  ]);
  expect(page.requests).toContain('http://example.com/x.png');
  await expect(page.evaluate('nothing.here')).rejects.toThrow('ReferenceError: nothing is not defined');
  await expect(page.waitFor('false', 100)).rejects.toThrow(/^the page was not ready in time\n[^]*Error: broken/);
});

test('a browser that is not there says how to get one', () => {
  const empty = { cwd: '/', env: { PATH: '/nowhere' } };
  expect(() => findBrowser(undefined, empty)).toThrow('no Chromium is installed, and it draws the pictures');
  expect(() => findBrowser('no/such', empty)).toThrow('--browser no/such is not a program');
});
