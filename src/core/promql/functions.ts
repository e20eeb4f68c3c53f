/**
 * The type of a function's argument. `series` is a range vector, or a selector that gets its window from the builder.
 */
export type ArgumentType = 'vector' | 'series' | 'scalar' | 'string';

/** The unit of a result, given the unit of its (first) vector argument. */
export type UnitRule = 'same' | 'none' | 'perSecond' | 'seconds' | 'unixSeconds';

/** One row of the function table. */
export interface FunctionFacts {
  readonly args: readonly ArgumentType[];
  /** How many arguments at the end may be left out. */
  readonly optional?: number;
  /** The last argument may be repeated. */
  readonly variadic?: true;
  readonly returns: 'vector' | 'scalar' | 'string';
  /** The type of metric it makes sense on; absent where any does. */
  readonly needs?: 'counter' | 'gauge';
  readonly unit: UnitRule;
  /** Behind `--enable-feature=promql-experimental-functions`. */
  readonly experimental?: true;
}

const elementwise = { args: ['vector'], returns: 'vector', unit: 'same' } as const;
const unitless = { args: ['vector'], returns: 'vector', unit: 'none' } as const;
const calendar = { args: ['vector'], optional: 1, returns: 'vector', unit: 'none' } as const;
const overTime = { args: ['series'], returns: 'vector', unit: 'same' } as const;
const experimentalOverTime = { ...overTime, experimental: true } as const;
const timestampOverTime = { args: ['series'], returns: 'vector', unit: 'unixSeconds', experimental: true } as const;

/**
 * Every function of PromQL as of Prometheus 3, with the types of its arguments and result.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/
 */
export const functionTable = {
  abs: elementwise,
  absent: unitless,
  absent_over_time: { ...overTime, unit: 'none' },
  acos: unitless,
  acosh: unitless,
  asin: unitless,
  asinh: unitless,
  atan: unitless,
  atanh: unitless,
  avg_over_time: overTime,
  ceil: elementwise,
  changes: { ...overTime, unit: 'none' },
  clamp: { args: ['vector', 'scalar', 'scalar'], returns: 'vector', unit: 'same' },
  clamp_max: { args: ['vector', 'scalar'], returns: 'vector', unit: 'same' },
  clamp_min: { args: ['vector', 'scalar'], returns: 'vector', unit: 'same' },
  cos: unitless,
  cosh: unitless,
  count_over_time: { ...overTime, unit: 'none' },
  day_of_month: calendar,
  day_of_week: calendar,
  day_of_year: calendar,
  days_in_month: calendar,
  deg: unitless,
  delta: { ...overTime, needs: 'gauge' },
  deriv: { ...overTime, needs: 'gauge', unit: 'perSecond' },
  double_exponential_smoothing: {
    args: ['series', 'scalar', 'scalar'],
    returns: 'vector',
    needs: 'gauge',
    unit: 'same',
    experimental: true,
  },
  end: { args: [], returns: 'scalar', unit: 'unixSeconds', experimental: true },
  exp: unitless,
  first_over_time: experimentalOverTime,
  floor: elementwise,
  histogram_avg: elementwise,
  histogram_count: unitless,
  histogram_fraction: { args: ['scalar', 'scalar', 'vector'], returns: 'vector', unit: 'none' },
  histogram_quantile: { args: ['scalar', 'vector'], returns: 'vector', unit: 'same' },
  histogram_quantiles: {
    args: ['vector', 'string', 'scalar'],
    variadic: true,
    returns: 'vector',
    unit: 'same',
    experimental: true,
  },
  histogram_stddev: elementwise,
  histogram_stdvar: unitless,
  histogram_sum: elementwise,
  hour: calendar,
  idelta: { ...overTime, needs: 'gauge' },
  increase: { ...overTime, needs: 'counter' },
  info: { args: ['vector', 'vector'], optional: 1, returns: 'vector', unit: 'same', experimental: true },
  irate: { ...overTime, needs: 'counter', unit: 'perSecond' },
  label_join: {
    args: ['vector', 'string', 'string', 'string'],
    optional: 1,
    variadic: true,
    returns: 'vector',
    unit: 'same',
  },
  label_replace: { args: ['vector', 'string', 'string', 'string', 'string'], returns: 'vector', unit: 'same' },
  last_over_time: overTime,
  ln: unitless,
  log10: unitless,
  log2: unitless,
  mad_over_time: experimentalOverTime,
  max_over_time: overTime,
  min_over_time: overTime,
  minute: calendar,
  month: calendar,
  pi: { args: [], returns: 'scalar', unit: 'none' },
  predict_linear: { args: ['series', 'scalar'], returns: 'vector', needs: 'gauge', unit: 'same' },
  present_over_time: { ...overTime, unit: 'none' },
  quantile_over_time: { args: ['scalar', 'series'], returns: 'vector', unit: 'same' },
  rad: unitless,
  range: { args: [], returns: 'scalar', unit: 'seconds', experimental: true },
  rate: { ...overTime, needs: 'counter', unit: 'perSecond' },
  resets: { ...overTime, needs: 'counter', unit: 'none' },
  round: { args: ['vector', 'scalar'], optional: 1, returns: 'vector', unit: 'same' },
  scalar: { args: ['vector'], returns: 'scalar', unit: 'same' },
  sgn: unitless,
  sin: unitless,
  sinh: unitless,
  sort: elementwise,
  sort_by_label: {
    args: ['vector', 'string'],
    optional: 1,
    variadic: true,
    returns: 'vector',
    unit: 'same',
    experimental: true,
  },
  sort_by_label_desc: {
    args: ['vector', 'string'],
    optional: 1,
    variadic: true,
    returns: 'vector',
    unit: 'same',
    experimental: true,
  },
  sort_desc: elementwise,
  sqrt: unitless,
  start: { args: [], returns: 'scalar', unit: 'unixSeconds', experimental: true },
  start_timestamp: { args: ['vector'], returns: 'vector', unit: 'unixSeconds', experimental: true },
  stddev_over_time: overTime,
  stdvar_over_time: { ...overTime, unit: 'none' },
  step: { args: [], returns: 'scalar', unit: 'seconds', experimental: true },
  sum_over_time: overTime,
  tan: unitless,
  tanh: unitless,
  time: { args: [], returns: 'scalar', unit: 'unixSeconds' },
  timestamp: { args: ['vector'], returns: 'vector', unit: 'unixSeconds' },
  ts_of_first_over_time: timestampOverTime,
  ts_of_last_over_time: timestampOverTime,
  ts_of_max_over_time: timestampOverTime,
  ts_of_min_over_time: timestampOverTime,
  vector: { args: ['scalar'], returns: 'vector', unit: 'none' },
  year: calendar,
} as const satisfies Readonly<Record<string, FunctionFacts>>;

/** A function of PromQL, by its PromQL name. */
export type FunctionName = keyof typeof functionTable;

/** The facts of a function, or undefined for a name that PromQL does not have. */
export function functionFacts(name: string): FunctionFacts | undefined {
  return Object.hasOwn(functionTable, name) ? functionTable[name as FunctionName] : undefined;
}

/** One row of the aggregation table. */
export interface AggregationFacts {
  /** The type of the first argument, where there is one before the vector. */
  readonly param?: 'scalar' | 'string';
  /** `pick` returns some of the series it is given, with all their labels; `fold` makes one of each group. */
  readonly result: 'fold' | 'pick';
  readonly unit: UnitRule;
  /** True where it adds up counters, which is wrong before `rate` or `increase`. */
  readonly ofRates: boolean;
  readonly experimental?: true;
}

/**
 * Every aggregation of PromQL as of Prometheus 3.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators
 */
export const aggregationTable = {
  avg: { result: 'fold', unit: 'same', ofRates: true },
  bottomk: { param: 'scalar', result: 'pick', unit: 'same', ofRates: true },
  count: { result: 'fold', unit: 'none', ofRates: false },
  count_values: { param: 'string', result: 'fold', unit: 'none', ofRates: false },
  group: { result: 'fold', unit: 'none', ofRates: false },
  limit_ratio: { param: 'scalar', result: 'pick', unit: 'same', ofRates: false, experimental: true },
  limitk: { param: 'scalar', result: 'pick', unit: 'same', ofRates: false, experimental: true },
  max: { result: 'fold', unit: 'same', ofRates: true },
  min: { result: 'fold', unit: 'same', ofRates: true },
  quantile: { param: 'scalar', result: 'fold', unit: 'same', ofRates: true },
  stddev: { result: 'fold', unit: 'same', ofRates: true },
  stdvar: { result: 'fold', unit: 'none', ofRates: true },
  sum: { result: 'fold', unit: 'same', ofRates: true },
  topk: { param: 'scalar', result: 'pick', unit: 'same', ofRates: true },
} as const satisfies Readonly<Record<string, AggregationFacts>>;

/** An aggregation of PromQL, by its PromQL name. */
export type AggregationName = keyof typeof aggregationTable;

/** The facts of an aggregation, or undefined for a name that PromQL does not have. */
export function aggregationFacts(name: string): AggregationFacts | undefined {
  return Object.hasOwn(aggregationTable, name) ? aggregationTable[name as AggregationName] : undefined;
}
