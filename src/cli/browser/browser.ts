import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Readable, Writable } from 'node:stream';
import { Page, type PageSize } from './page.js';
import { Pipe } from './pipe.js';

/** No window, nothing fetched for itself, and the same pixels on every run. */
const switches = [
  '--headless',
  '--no-sandbox', // it shows pages of dashpack's own, which can reach nothing
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-lcd-text',
  '--disable-partial-raster',
  '--disable-composited-antialiasing',
  '--disable-skia-runtime-opts',
  '--num-raster-threads=1',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // no request leaves the machine
  '--remote-debugging-pipe',
];

/** The shell ends the browser when nobody holds its input any more: also when this process was killed. */
const guard =
  'exec 5<&0; "$@" 5<&- & pid=$!; (cat <&5 >/dev/null 3>&- 4>&-; kill -9 "$pid" 2>/dev/null) 3>&- 4>&- & wait "$pid"';

/** A Chromium without a window. */
export class Browser {
  readonly #child: ChildProcess;
  readonly #pipe: Pipe;
  readonly #folder: string;

  private constructor(child: ChildProcess, pipe: Pipe, folder: string) {
    this.#child = child;
    this.#pipe = pipe;
    this.#folder = folder;
  }

  /**
   * Starts one, with a profile of its own that is removed at the end.
   *
   * @throws Error where it does not start, with what it said
   */
  static async start(path: string): Promise<Browser> {
    const folder = mkdtempSync(join(tmpdir(), 'dashpack-browser-'));
    const child = spawn('sh', ['-c', guard, 'sh', path, ...switches, `--user-data-dir=${folder}`, 'about:blank'], {
      stdio: ['pipe', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2000);
    });
    const pipe = new Pipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
    child.on('error', () => pipe.end(`${path} cannot be started`));
    child.on('exit', () => pipe.end('the browser has ended'));
    const browser = new Browser(child, pipe, folder);
    try {
      await pipe.call('Browser.getVersion');
      return browser;
    } catch (error) {
      await browser.close();
      throw new Error(`${path} did not start: ${said}`, { cause: error });
    }
  }

  /** Its name and version, such as `Chrome/141.0.7390.122`. */
  async version(): Promise<string> {
    return String((await this.#pipe.call('Browser.getVersion'))['product']);
  }

  /** Opens an empty page. */
  async open(size: PageSize): Promise<Page> {
    const { targetId } = await this.#pipe.call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.#pipe.call('Target.attachToTarget', { targetId, flatten: true });
    return Page.open(this.#pipe, { targetId: String(targetId), sessionId: String(sessionId) }, size);
  }

  /** Ends it, and removes its profile. */
  async close(): Promise<void> {
    const ended =
      this.#child.exitCode === null && this.#child.signalCode === null ? once(this.#child, 'exit') : undefined;
    await this.#pipe.call('Browser.close').catch(() => undefined); // it ends all of its processes
    this.#child.stdin?.end();
    await ended?.catch(() => undefined);
    await remove(this.#folder);
  }
}

/** Processes of a browser that has ended may write a little longer. */
async function remove(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch {
      await pause(100);
    }
  }
}
