/** A version of Prometheus whose promtool is compared with dashpack. */
export type Version = 'Prometheus 2' | 'Prometheus 3';

/** A query that dashpack and promtool judge differently, and why. */
export interface Difference {
  readonly query: string;
  /** Who accepts it. */
  readonly accepts: 'dashpack' | 'promtool';
  /** The versions that differ; with all others dashpack agrees. */
  readonly in: readonly Version[];
  readonly why: string;
  /** Matches the queries that differ for the same reason, the row's own among them. Those are not compared. */
  readonly like?: RegExp;
}

const both = ['Prometheus 2', 'Prometheus 3'] as const;
const old = ['Prometheus 2'] as const;
const now = ['Prometheus 3'] as const;

const seconds = '3.x takes a number of seconds for a duration, and a duration for a number';
const calculates = '3.x calculates durations, behind a flag';
const quoted = '3.x has UTF-8 names in quotes';
const harmless = 'changes nothing, which harms nobody';
const newer = 'newer, or experimental';
const lezer = 'the grammar of lezer knows other ways to write a number than a duration';

/** What dashpack and promtool judge differently. Each is asserted as a difference, in the versions that it names alone. */
export const knownDifferences: readonly Difference[] = [
  { query: 'rate(x[300])', accepts: 'dashpack', in: old, why: seconds },
  { query: 'x offset 300', accepts: 'dashpack', in: old, why: seconds },
  { query: 'rate(x[5m:60])', accepts: 'dashpack', in: old, why: seconds },
  { query: 'x @ 5m', accepts: 'dashpack', in: old, why: seconds },
  { query: '5m', accepts: 'dashpack', in: old, why: seconds },
  { query: 'x > 5m', accepts: 'dashpack', in: old, why: seconds },
  { query: '{"a.b"}', accepts: 'dashpack', in: old, why: quoted },
  { query: '{"a.b", c="d"}', accepts: 'dashpack', in: old, why: quoted },
  { query: 'a{"b.c"="d"}', accepts: 'dashpack', in: old, why: quoted },
  { query: 'sum by ("b.c") (a)', accepts: 'dashpack', in: old, why: quoted },
  { query: 'x > 1_000', accepts: 'dashpack', in: old, why: '3.x has underscores in numbers' },
  { query: 'x offset 0s', accepts: 'dashpack', in: old, why: harmless },
  { query: 'x offset +5m', accepts: 'dashpack', in: old, why: calculates },
  { query: 'x offset (5m)', accepts: 'dashpack', in: both, why: calculates, like: /\boffset\s*(?:\(|--)/i },
  { query: 'x offset (5m * 2)', accepts: 'dashpack', in: both, why: calculates },
  { query: 'rate(x[5m*2])', accepts: 'dashpack', in: both, why: calculates },
  { query: 'rate(x[5m + 30s])', accepts: 'dashpack', in: both, why: calculates },
  { query: '+x[5m]', accepts: 'dashpack', in: both, why: harmless, like: /^\+[^+*/-]*\[[^\]]*\]/ },
  { query: 'rate(x[# c\n5m])', accepts: 'dashpack', in: both, why: harmless, like: /\[\s*#/ },
  {
    query: 'offset',
    accepts: 'promtool',
    in: both,
    why: 'lezer takes this name for a keyword',
    like: /(?:^|[-+*/%^])\s*offset\b/,
  },
  { query: 'start()', accepts: 'dashpack', in: both, why: newer, like: /(?<!@\s*)\b(?:start|end)\s*\(\)/i },
  { query: 'rate(x[5m] anchored)', accepts: 'dashpack', in: both, why: newer },
  { query: 'x smoothed', accepts: 'dashpack', in: both, why: newer },
  { query: 'a + fill(0) b', accepts: 'dashpack', in: both, why: newer },
  { query: 'a + on (x) fill_left(0) b', accepts: 'dashpack', in: both, why: newer },
  { query: 'a </ 5', accepts: 'dashpack', in: both, why: newer },
  { query: 'double_exponential_smoothing(x[5m], 0.5, 0.5)', accepts: 'dashpack', in: both, why: newer },
  {
    query: 'holt_winters(x[5m], 0.5, 0.5)',
    accepts: 'promtool',
    in: old,
    why: '3.x calls it double_exponential_smoothing',
  },
  { query: 'x[5 m]', accepts: 'promtool', in: now, why: '3.x reads what is written apart as one duration' },
  { query: 'x offset NaN', accepts: 'promtool', in: now, why: lezer, like: /\boffset\s*-?nan\b/i },
  {
    query: 'rate(x[0x1F])',
    accepts: 'promtool',
    in: now,
    why: lezer,
    like: /(?:\[\s*|\boffset\s*-?)(?:0x[\da-f]+|\.\d+|\d+\.(?!\d))/i,
  },
  {
    query: 'x offset 1e308',
    accepts: 'dashpack',
    in: both,
    why: 'a duration of more years than Prometheus can count',
    like: /(?:\[\s*|\boffset\s*-?)1e30[89]/i,
  },
  {
    query: 'sum by (a:b) (x)',
    accepts: 'promtool',
    in: now,
    why: '3.x takes names of metrics for names of labels',
    like: /\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^()]*:/i,
  },
];
