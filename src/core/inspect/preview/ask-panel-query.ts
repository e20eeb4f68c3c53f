import type { ReadPanel, ReadQuery } from '../../document/read-dashboard.js';
import { textOf } from '../../document/read/values.js';
import type { QueryServer } from '../ask/server.js';
import { howAsked, type HowAsked } from '../audit/how-asked.js';
import { interpolate } from '../interpolate/interpolate.js';
import type { Scope } from '../interpolate/scope.js';
import type { TimeRange } from '../interpolate/time-range.js';
import { returnedSeries } from '../proof/returned.js';
import { LiveFailure } from '../../live/live-failure.js';
import type { Asked } from '../../live/prometheus/ask.js';
import type { QueryAnswer } from '../../live/prometheus/result.js';
import { fillText } from './fill-text.js';
import type { Formatted } from './frames.js';
import type { Shown } from './state.js';
import type { AskedQuery } from './protocol.js';

/** A query of a panel that was asked, or why it was not. */
export interface PanelQuery {
  readonly asked: AskedQuery;
  readonly answer?: Formatted;
  /** In seconds; undefined where there is no server that would have one. */
  readonly interval?: number;
}

/** The surroundings of a query of a panel. */
export interface PanelSurroundings {
  readonly shown: Shown;
  readonly panel: ReadPanel;
  /** The variables in this copy of the panel. */
  readonly scope: Scope;
  readonly range: TimeRange;
  readonly width: number;
}

/** Asks a query as Grafana does for a panel. */
export async function askPanelQuery(query: ReadQuery, around: PanelSurroundings): Promise<PanelQuery> {
  const { shown, panel, scope, range, width } = around;
  const server = shown.servers.find(query.datasource, scope);
  const { refId = 'A', expr } = query;
  if ('reason' in server) {
    return { asked: { refId, text: expr, server: query.datasource.uid ?? '', series: 0, error: server.reason } };
  }
  const how = howAsked(query, { dashboard: shown.dashboard, panel, server, scope, range, width });
  const { text } = interpolate(expr, how.scope);
  const about = { refId, text, server: server.title, series: 0 };
  const { interval } = how;
  const got = await ask(server, text, how);
  if ('message' in got) return { asked: { ...about, error: got.message }, interval };
  if ('error' in got) return { asked: { ...about, error: got.error.message }, interval };
  const series = returnedSeries(got.data.result);
  const legend = fillText(query.legend ?? '', how.scope, 'glob');
  return {
    asked: { ...about, series: series.length },
    answer: { format: textOf(query.json['format']), answered: { refId, expr: text, legend, series, step: how.step } },
    interval,
  };
}

async function ask(
  { datasource: { prometheus } }: QueryServer,
  expr: string,
  { range, step }: HowAsked,
): Promise<Asked<QueryAnswer> | LiveFailure> {
  try {
    return await (step === undefined
      ? prometheus.query(expr, range.end)
      : prometheus.queryRange(expr, { ...range, step }));
  } catch (error) {
    if (error instanceof LiveFailure) return error;
    throw error;
  }
}
