import type { LintedDashboard } from '../subject.js';

/**
 * What VictoriaMetrics understands beyond PromQL, in queries that its users send through a Prometheus datasource.
 * Source: https://docs.victoriametrics.com/victoriametrics/metricsql/
 */
const words = [
  'default', 'if', 'ifnot', 'keep_metric_names', 'keep_last_value', 'keep_next_value', 'limit', 'with', 'any', 'mode',
  'median', 'geomean', 'distinct', 'sum2', 'share', 'outliersk', 'outliers_iqr', 'outliers_mad', 'zscore', 'mad',
  'quantiles', 'histogram', 'buckets_limit', 'vmrange', 'prometheus_buckets', 'interpolate', 'union', 'alias', 'now',
  'label_set', 'label_del', 'label_keep', 'label_map', 'label_move', 'label_copy', 'label_value', 'label_match',
  'label_mismatch', 'label_transform', 'label_uppercase', 'label_lowercase', 'label_graphite_group', 'labels_equal',
  'range_first', 'range_last', 'range_avg', 'range_sum', 'range_max', 'range_min', 'range_median', 'range_quantile',
  'range_normalize', 'range_zscore', 'range_linear_regression', 'range_stddev', 'running_sum', 'running_avg',
  'running_max', 'running_min', 'remove_resets', 'rand', 'ru', 'smooth_exponential', 'sort_by_label_numeric',
  'bitmap_and', 'bitmap_or', 'bitmap_xor', 'drop_common_labels', 'drop_empty_series', 'end', 'start', 'step',
  'timezone_offset', 'topk_avg', 'topk_max', 'topk_min', 'topk_last', 'topk_median', 'bottomk_avg', 'bottomk_max',
  'bottomk_min', 'bottomk_last', 'bottomk_median', 'limit_offset', 'count_values_over_time', 'histogram_share',
  'histogram_avg', 'increase_pure', 'increase_prometheus', 'rate_prometheus', 'delta_prometheus',
  'changes_prometheus', 'lag', 'lifetime', 'lifetime_over_time', 'integrate', 'ideriv', 'deriv_fast', 'tfirst_over_time',
  'tlast_over_time', 'tmax_over_time', 'tmin_over_time', 'timestamp_with_name', 'scrape_interval', 'share_gt_over_time',
  'share_le_over_time', 'share_eq_over_time', 'stale_samples_over_time', 'zscore_over_time', 'median_over_time',
  'mode_over_time', 'sum2_over_time', 'geomean_over_time', 'distinct_over_time', 'duration_over_time', 'range_over_time',
  'increases_over_time', 'decreases_over_time', 'ascent_over_time', 'descent_over_time', 'quantiles_over_time',
  'count_eq_over_time', 'count_gt_over_time', 'count_le_over_time', 'count_ne_over_time', 'sum_eq_over_time',
  'sum_gt_over_time', 'sum_le_over_time', 'default_rollup', 'aggr_over_time', 'predict_linear_fast', 'hoeffding_bound_lower',
  'hoeffding_bound_upper', 'rate_over_sum', 'increase_over_sum', 'absent_over', 'rollup', 'rollup_rate', 'rollup_increase',
  'rollup_delta', 'rollup_deriv', 'rollup_candlestick', 'rollup_scrape_interval', 'outlier_iqr_over_time',
];
const metricsql: ReadonlySet<string> = new Set(words);

const known = new WeakMap<LintedDashboard, boolean>();

/** Whether a word at which PromQL's grammar stops is one of MetricsQL's. */
export function isMetricsqlWord(word: string): boolean {
  return metricsql.has(word.toLowerCase());
}

/** Whether some query of a dashboard is MetricsQL: then what PromQL refuses may be meant. */
export function speaksMetricsql(dashboard: LintedDashboard): boolean {
  let speaks = known.get(dashboard);
  if (speaks === undefined) {
    speaks = dashboard.queries.some(({ expr, error }) => error !== undefined && isMetricsqlWord(expr.slice(error.from, error.to)));
    known.set(dashboard, speaks);
  }
  return speaks;
}
