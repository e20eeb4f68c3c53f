import type { Browser } from '../browser/browser.js';
import type { Page } from '../browser/page.js';

/** The dashboard that is photographed, and its state. */
export interface Subject {
  readonly dashboard: string;
  readonly scenario: string;
  readonly theme: string;
  /** Of the page, in pixels. */
  readonly width: number;
}

/** A problem that is seen only in the drawn page. */
export interface RenderFinding {
  readonly id: string;
  /** The place of the panel: `panels[3]`. */
  readonly place: string;
  readonly title: string;
  readonly message: string;
}

/** A dashboard in one state, as it was drawn. */
export interface Picture {
  readonly png: Buffer;
  readonly found: readonly RenderFinding[];
  /** Errors in the page, and panels that could not be asked. */
  readonly errors: readonly string[];
}

/** In pixels: what is seen at first; the whole dashboard is drawn whatever its height. */
const firstHeight = 1000;

/** Draws a dashboard in one state, and photographs the whole of it. */
export async function takePicture(browser: Browser, url: string, subject: Subject): Promise<Picture> {
  const { dashboard, scenario, theme, width } = subject;
  const page = await browser.open({ width, height: firstHeight });
  try {
    const shown = new URLSearchParams({ dashboard, scenario, theme, bare: '' });
    await page.goto(`${url}#${shown.toString()}`);
    await page.waitFor("document.documentElement.dataset.ready === 'true'");
    const height = Number(
      await page.evaluate('Math.ceil(document.documentElement.getBoundingClientRect().height) + 8'),
    );
    await page.resize({ width, height });
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const found = (await page.evaluate('window.dashpackRenderFindings()')) as readonly RenderFinding[];
    return { png: await settled(page), found, errors: await errorsOf(page) };
  } finally {
    await page.close();
  }
}

/** How often a page is photographed until nothing in it moves any more. */
const mostLooks = 20;

/** A picture of a page at rest: two in a row are the same. */
async function settled(page: Page): Promise<Buffer> {
  let last = await page.screenshot();
  for (let look = 1; look < mostLooks; look += 1) {
    await page.evaluate('new Promise((done) => setTimeout(done, 100))');
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
  return last;
}

async function errorsOf(page: Page): Promise<readonly string[]> {
  const own = (await page.evaluate('window.dashpackErrors')) as readonly string[];
  return [...page.errors, ...own];
}
