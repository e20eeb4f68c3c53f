import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserEvent, ExceptionDetails, Pipe } from './pipe.js';

/** The size of what is seen, in pixels. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

interface Ids {
  readonly targetId: string;
  readonly sessionId: string;
}

/** In milliseconds: how long a page may take until it says that it is drawn. */
const drawnWithin = 120_000;

/** A page of a browser. */
export class Page {
  /** The problems in it: errors that nobody caught, and requests that went elsewhere or failed. */
  readonly errors: string[] = [];
  /** The addresses that it asked for. */
  readonly requests: string[] = [];
  readonly #pipe: Pipe;
  readonly #ids: Ids;

  private constructor(pipe: Pipe, ids: Ids) {
    this.#pipe = pipe;
    this.#ids = ids;
  }

  /** Prepares a page that was made: `Browser.open` calls it. */
  static async open(pipe: Pipe, ids: Ids, size: PageSize): Promise<Page> {
    const page = new Page(pipe, ids);
    pipe.listen((event) => {
      if (event.sessionId === ids.sessionId) page.#note(event);
    });
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await page.call(`${domain}.enable`);
    await page.resize(size);
    return page;
  }

  /** Has the page do something, in the words of the Chrome DevTools Protocol. */
  call(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<Readonly<Record<string, unknown>>> {
    return this.#pipe.call(method, params, this.#ids.sessionId);
  }

  /** Changes what is seen of it. */
  async resize({ width, height }: PageSize): Promise<void> {
    await this.call('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  }

  /**
   * Leads it to an address.
   *
   * @throws Error where there is nothing
   */
  async goto(url: string): Promise<void> {
    const answer = await this.call('Page.navigate', { url });
    const reason = answer['errorText'];
    if (typeof reason === 'string' && reason !== '') throw new Error(`${url}: ${reason}`);
  }

  /**
   * The value of an expression in the page; promises are waited for.
   *
   * @throws Error where it throws
   */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = (await this.call('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as Evaluated;
    if (exceptionDetails !== undefined) throw new Error(errorText(exceptionDetails));
    return result?.value;
  }

  /**
   * Waits until an expression is true.
   *
   * @throws Error where it never is, with what went wrong in the page
   */
  async waitFor(expression: string, within = drawnWithin): Promise<void> {
    const end = performance.now() + within;
    while (performance.now() < end) {
      if ((await this.evaluate(`Boolean(${expression})`).catch(() => false)) === true) return;
      await pause(25);
    }
    throw new Error(['the page was not ready in time', ...this.errors].join('\n'));
  }

  /** A picture of it as PNG: of a part, or of all that is seen. */
  async screenshot(clip?: PageSize & { readonly x: number; readonly y: number }): Promise<Buffer> {
    const options = clip === undefined ? {} : { clip: { ...clip, scale: 1 }, captureBeyondViewport: true };
    const { data } = await this.call('Page.captureScreenshot', { format: 'png', ...options });
    return Buffer.from(String(data), 'base64');
  }

  /** Closes it. */
  async close(): Promise<void> {
    await this.#pipe.call('Target.closeTarget', { targetId: this.#ids.targetId });
  }

  #note({ method, params: { exceptionDetails, request, entry } }: BrowserEvent): void {
    if (method === 'Runtime.exceptionThrown' && exceptionDetails !== undefined) {
      this.errors.push(errorText(exceptionDetails));
    }
    if (method === 'Network.requestWillBeSent' && request !== undefined) this.requests.push(request.url);
    if (method === 'Log.entryAdded' && entry?.level === 'error') {
      this.errors.push(entry.url === undefined ? entry.text : `${entry.text} (${entry.url})`);
    }
  }
}

interface Evaluated {
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: ExceptionDetails;
}

function errorText({ text, exception }: ExceptionDetails): string {
  return exception?.description ?? text;
}
