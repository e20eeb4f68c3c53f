/** A problem that is seen only in the drawn page. */
export interface RenderFinding {
  readonly id: string;
  readonly place: string;
  readonly title: string;
  readonly message: string;
}

declare global {
  interface Window {
    dashpackRenderFindings: () => readonly RenderFinding[];
  }
}

/** Looks at a drawn panel, and says what a viewer cannot see or read in it. */
type RenderCheck = (panel: HTMLElement) => readonly string[];

/** In pixels: a plot that is lower shows no course, and smaller text is not read. */
const lowestPlot = 80;
const smallestText = 10;

const checks: Readonly<Record<string, RenderCheck>> = {
  /** A title that ends in dots. */
  'title-cut'(panel) {
    const title = panel.querySelector('h2');
    if (title === null || title.scrollWidth <= title.clientWidth) return [];
    return [`the title is cut: it needs ${title.scrollWidth} pixels and has ${title.clientWidth}`];
  },
  /** Rows of a legend that are behind its edge. */
  'legend-hidden'(panel) {
    const rows = [...panel.querySelectorAll<HTMLElement>('tbody tr, li')].filter(
      (row) => row.querySelector('[data-testid="series-icon"]') !== null,
    );
    const edge = scrolling(rows[0]);
    if (edge === undefined) return [];
    const { bottom } = edge.getBoundingClientRect();
    const seen = rows.filter((row) => row.getBoundingClientRect().bottom <= bottom + 1).length;
    return seen === rows.length ? [] : [`the legend shows ${seen} of ${rows.length} series`];
  },
  /** A plot between title, axis and legend. */
  'plot-low'(panel) {
    const plot = panel.querySelector<HTMLElement>('.u-over');
    if (plot === null || plot.clientHeight >= lowestPlot) return [];
    return [`the plot is ${plot.clientHeight} pixels high: from ${lowestPlot} on one sees a course`];
  },
  /** The smallest text. */
  'text-small'(panel) {
    const sizes = [...panel.querySelectorAll<HTMLElement>('*')]
      .filter((element) =>
        [...element.childNodes].some(
          ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '',
        ),
      )
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const smallest = Math.min(...sizes);
    return smallest < smallestText
      ? [`text is ${smallest.toFixed(1)} pixels high: from ${smallestText} on it is read`]
      : [];
  },
};

/** Every problem of the page as it is drawn now. */
export function findAll(): readonly RenderFinding[] {
  return [...document.querySelectorAll<HTMLElement>('.panel')].flatMap((panel) => {
    const { place = '' } = panel.dataset;
    const title = panel.querySelector('h2')?.textContent ?? '';
    return Object.entries(checks).flatMap(([id, check]) =>
      check(panel).map((message) => ({ id, place, title, message })),
    );
  });
}

/** The element around another that scrolls, where its content is higher than it is. */
function scrolling(inner: HTMLElement | undefined): HTMLElement | undefined {
  for (let element = inner?.parentElement ?? null; element !== null; element = element.parentElement) {
    if (element.classList.contains('panel')) return undefined;
    if (element.scrollHeight > element.clientHeight + 1 && getComputedStyle(element).overflowY !== 'visible')
      return element;
  }
  return undefined;
}
