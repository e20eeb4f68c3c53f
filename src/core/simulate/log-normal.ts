/**
 * The share of the observations in each bucket, the one without an end included, for a log-normal distribution.
 *
 * @param bounds upper bounds, ascending
 * @param median in the unit of the bounds
 * @param spread the standard deviation of the logarithm: at 0.55, 99 % are below 3.6 times the median
 */
export function sharesIn(bounds: readonly number[], median: number, spread: number): readonly number[] {
  const upTo = bounds.map((bound) => (bound <= 0 ? 0 : normalCdf(Math.log(bound / median) / spread)));
  return [...upTo, 1].map((share, index) => Math.max(0, share - (upTo[index - 1] ?? 0)));
}

/** Where observations usually lie: at a bound in the lower half. */
export function usualMedian(bounds: readonly number[]): number {
  return bounds[Math.floor((bounds.length - 1) * 0.4)] ?? 1;
}

/** The value that an observation in each bucket is taken to have had: the middle; beyond the last bound, a quarter more. */
export function middlesOf(bounds: readonly number[]): readonly number[] {
  const middles = bounds.map((bound, index) => (bound + (bounds[index - 1] ?? Math.min(0, bound))) / 2);
  return [...middles, (bounds.at(-1) ?? 1) * 1.25];
}

/** Abramowitz and Stegun 26.2.17: good to seven digits, which is more than a bucket's count has. */
function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const tail =
    density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}
