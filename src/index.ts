/** The public API of dashpack. */
import { aggregations } from './core/query/aggregate.js';
import { vectorFunctions } from './core/query/vector-functions.js';

export { anyValue } from './core/catalog/labels.js';
export type { LabelSpec } from './core/catalog/labels.js';
export { all, matches, not, notMatches } from './core/catalog/matchers.js';
export { counter, gauge, histogram, recorded, universal } from './core/catalog/metric.js';
export type { HistogramMetric, Metric, Series, SimpleMetric, UniversalMetric } from './core/catalog/metric-handle.js';
export { metricNamed } from './core/catalog/metric-named.js';
export { datasource, postgresDatasource } from './core/catalog/datasource.js';
export type { Datasource, PostgresDatasource, PrometheusDatasource } from './core/catalog/datasource.js';
export { producer } from './core/catalog/producer.js';
export type { Alive, Producer } from './core/catalog/producer.js';
export { role, sqlRole } from './core/catalog/role.js';
export type { ValidRole, Role, SqlRole } from './core/catalog/role.js';

export type {
  AnyExpression,
  AnyRange,
  AnyScalar,
  AnyVector,
  LabelsOf,
  RangeVector,
  RoleOf,
  Samples,
  SamplesOf,
  Scalar,
  VariablesOf,
  Vector,
} from './core/promql/expression.js';
export {
  add,
  and,
  atan2,
  bool,
  div,
  eq,
  gt,
  gte,
  lt,
  lte,
  mod,
  mul,
  neg,
  neq,
  or,
  pow,
  sub,
  unless,
} from './core/query/binary.js';
export { pi, queryEnd, queryRange, queryStart, queryStep, scalar, time, vector } from './core/query/constants.js';
export { cumulative } from './core/query/cumulative.js';
export {
  absent,
  absentOverTime,
  histogramFraction,
  histogramQuantile,
  histogramQuantiles,
  info,
  labelJoin,
  labelReplace,
  sortByLabel,
  sortByLabelDesc,
} from './core/query/label-functions.js';
export { age } from './core/query/recipes/age.js';
export { presence, quantileOf, share, whenMeasured } from './core/query/recipes/measured.js';
export { countedWithin } from './core/query/recipes/counted-within.js';
export { perMinute } from './core/query/recipes/per-minute.js';
export { topOverRange } from './core/query/recipes/top-over-range.js';
export { zeroWhileAlive, zeroWhileWitnessed } from './core/query/recipes/zero-while-alive.js';
export { withLabel } from './core/query/recipes/with-label.js';
export { print } from './core/promql/print.js';
export { query } from './core/query/query.js';
export type { ValidLegend, ValidShown, Query } from './core/query/query.js';
export { at, offset, range, subquery } from './core/query/range.js';
export { number } from './core/query/scalar.js';
export type { Duration, Window } from './core/query/window.js';
export type { Problem, ProblemListing } from './core/model/problem.js';
export type { AnyVariable, Variable } from './core/model/variable.js';

export const {
  avg,
  bottomk,
  count,
  countValues,
  group,
  limitRatio,
  limitk,
  max,
  min,
  quantile,
  stddev,
  stdvar,
  sum,
  topk,
} = aggregations;

export const {
  abs,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  avgOverTime,
  ceil,
  changes,
  clamp,
  clampMax,
  clampMin,
  cos,
  cosh,
  countOverTime,
  dayOfMonth,
  dayOfWeek,
  dayOfYear,
  daysInMonth,
  deg,
  delta,
  deriv,
  doubleExponentialSmoothing,
  exp,
  firstOverTime,
  floor,
  histogramAvg,
  histogramCount,
  histogramStddev,
  histogramStdvar,
  histogramSum,
  hour,
  idelta,
  increase,
  irate,
  lastOverTime,
  ln,
  log10,
  log2,
  madOverTime,
  maxOverTime,
  minOverTime,
  minute,
  month,
  predictLinear,
  presentOverTime,
  quantileOverTime,
  rad,
  rate,
  resets,
  round,
  sgn,
  sin,
  sinh,
  sort,
  sortDesc,
  sqrt,
  startTimestamp,
  stddevOverTime,
  stdvarOverTime,
  sumOverTime,
  tan,
  tanh,
  timestamp,
  tsOfFirstOverTime,
  tsOfLastOverTime,
  tsOfMaxOverTime,
  tsOfMinOverTime,
  year,
} = vectorFunctions;

export * as sql from './core/sql/api.js';
export type { SqlTable } from './core/sql/table.js';
export type { SqlQuery } from './core/sql/sql-query.js';

export { pluginPanel } from './core/panel/kinds/plugin-panel.js';
export type { ValidPlugin, PluginDefaults } from './core/panel/kinds/plugin-panel.js';
export { recipePanel } from './core/panel/kinds/recipe-panel.js';
export type { RecipeSpec } from './core/panel/builder.js';
export { dataLink, externalLink, seriesLabel } from './core/panel/links.js';
export { byLabel, override } from './core/panel/overrides.js';
export type { ValidTitle, ValidWidth } from './core/panel/valid-panel.js';
export type { Panel, PanelOptions, Transformation } from './core/panel/panel.js';
export { ACTIVE_INACTIVE, PRESENT_MISSING, thresholds, UP_DOWN } from './core/panel/states.js';
export type { State, States, Thresholds } from './core/panel/states.js';
export { barchart } from './core/panel/kinds/barchart.js';
export { bargauge } from './core/panel/kinds/bargauge.js';
export { gauge as gaugePanel } from './core/panel/kinds/gauge.js';
export { heatmap } from './core/panel/kinds/heatmap.js';
export { piechart } from './core/panel/kinds/piechart.js';
export { stat } from './core/panel/kinds/stat.js';
export { stateTimeline } from './core/panel/kinds/state-timeline.js';
export { table } from './core/panel/kinds/table.js';
export { text } from './core/panel/kinds/text.js';
export { timeseries } from './core/panel/kinds/timeseries.js';

export { annotation } from './core/dashboard/annotation.js';
export { dashboard, linkOut, linkTo } from './core/dashboard/dashboard.js';
export type { Dashboard } from './core/dashboard/dashboard.js';
export { linkToExplore } from './core/dashboard/link-to-explore.js';
export { dashboardRef, dashboardsIn } from './core/dashboard/ref.js';
export type { DashboardRef } from './core/model/dashboard-ref.js';
export { row, section } from './core/dashboard/row.js';
export { customVariable, datasourceVariable, intervalVariable, queryVariable } from './core/dashboard/variables.js';

export { alert } from './core/rule/alert.js';
export type { Alert } from './core/rule/alert.js';
export {
  alertTest,
  allFireAt,
  firesAt,
  firesBetween,
  silentAt,
  silentBetween,
  silentUntil,
} from './core/rule/alert-test.js';
export type { AlertTest, Expectation, ExpectedAlert } from './core/rule/alert-test.js';
export { alertsWith } from './core/rule/alerts-with.js';
export type { AlertDefaults, DeclareAlert } from './core/rule/alerts-with.js';
export { courses } from './core/rule/courses.js';
export type { Course } from './core/rule/courses.js';
export { downTests } from './core/rule/down-tests.js';
export type { DownTests } from './core/rule/down-tests.js';
export { record } from './core/rule/recording-rule.js';
export type { RecordingRule } from './core/rule/recording-rule.js';
export { ruleFile } from './core/rule/rule-file.js';
export type { RuleFile } from './core/rule/rule-file.js';
export { silentTests } from './core/rule/silent-tests.js';
export type { TestSituation } from './core/rule/silent-tests.js';
export { observations, series } from './core/rule/test-series.js';
export type { TestSeries } from './core/rule/test-series.js';
export { grow, hold, missing, stay } from './core/rule/timeline.js';
export type { Stretch } from './core/rule/timeline.js';

export { alertmanager, silent, telegram } from './core/stack/alertmanager.js';
export type { Alertmanager, Receiver } from './core/stack/alertmanager.js';
export type { ComposeService } from './core/stack/compose.js';
export { images } from './core/stack/images.js';
export { hostMount, namedVolume } from './core/stack/mount.js';
export { simulatedProducers } from './core/stack/simulated-producers.js';
export { stack } from './core/stack/stack.js';
export type { Stack } from './core/stack/stack.js';

export { defineConfig } from './core/pack/config.js';
export type { Config } from './core/pack/config.js';
export { inEnvironment } from './core/pack/in-environment.js';
export type { EnvironmentSpec } from './core/pack/in-environment.js';
export { pack } from './core/pack/pack.js';
export type { Pack } from './core/pack/pack.js';
