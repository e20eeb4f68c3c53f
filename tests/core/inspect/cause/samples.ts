/** Samples every 15 seconds, from and to so many seconds before a time. */
export interface SampledSeries {
  readonly series: string;
  readonly from?: number;
  readonly to?: number;
  /** The value of each sample, by its number. Default 1. */
  readonly value?: (index: number) => number | 'NaN';
}

/** In seconds. */
const scrapeInterval = 15;

/** Series in the OpenMetrics format, with timestamps: promtool and VictoriaMetrics read it. */
export function openMetrics(now: number, all: readonly SampledSeries[]): string {
  const lines = all.flatMap(({ series, from = 3600, to = 0, value = () => 1 }) => {
    // Off the multiples of the interval: servers scrape when they like.
    const first = now - from + 4;
    const count = Math.floor((from - to - 4) / scrapeInterval) + 1;
    return Array.from(
      { length: count },
      (_unused, index) => `${series} ${value(index)} ${first + index * scrapeInterval}`,
    );
  });
  return `${lines.join('\n')}\n# EOF\n`;
}
