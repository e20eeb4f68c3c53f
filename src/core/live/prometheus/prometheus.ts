import type { Transport } from '../transport.js';
import type { Asked } from './ask.js';
import { fetchBuildinfo, type Buildinfo } from './buildinfo.js';
import { fetchLabelValues } from './label-values.js';
import { fetchLabels } from './labels.js';
import { fetchMetadata, type Metadata } from './metadata.js';
import { query } from './query.js';
import { queryRange, type QueryRange } from './query-range.js';
import { isReady } from './ready.js';
import type { QueryAnswer } from './result.js';
import { fetchRules, type LoadedRule } from './rules.js';
import type { Labels } from './sample.js';
import { fetchSeries, type Period } from './series.js';
import { fetchTargets, type ScrapeTarget } from './targets.js';

/** A server that speaks Prometheus' API, asked directly or through Grafana. Times are Unix times in seconds. */
export interface Prometheus {
  /** Where it is, for messages. */
  readonly url: string;
  query(expr: string, time: number): Promise<Asked<QueryAnswer>>;
  queryRange(expr: string, range: QueryRange): Promise<Asked<QueryAnswer>>;
  series(selectors: readonly string[], period: Period): Promise<readonly Labels[]>;
  labelValues(label: string, period: Period, selector?: string): Promise<readonly string[]>;
  labels(period: Period, selector?: string): Promise<readonly string[]>;
  targets(): Promise<readonly ScrapeTarget[]>;
  rules(): Promise<readonly LoadedRule[]>;
  metadata(metric?: string): Promise<Metadata>;
  buildinfo(): Promise<Buildinfo>;
  isReady(): Promise<boolean>;
}

/** The endpoints of a Prometheus at the end of a transport. */
export function prometheusAt(transport: Transport): Prometheus {
  return {
    url: transport.url,
    query: (expr, time) => query(transport, expr, time),
    queryRange: (expr, range) => queryRange(transport, expr, range),
    series: (selectors, period) => fetchSeries(transport, selectors, period),
    labelValues: (label, period, selector) => fetchLabelValues(transport, label, period, selector),
    labels: (period, selector) => fetchLabels(transport, period, selector),
    targets: () => fetchTargets(transport),
    rules: () => fetchRules(transport),
    metadata: (metric) => fetchMetadata(transport, metric),
    buildinfo: () => fetchBuildinfo(transport),
    isReady: () => isReady(transport),
  };
}
