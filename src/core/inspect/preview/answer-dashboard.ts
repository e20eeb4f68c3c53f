import { LiveFailure } from '../../live/live-failure.js';
import type { ReadAnnotation } from '../../document/read-dashboard.js';
import { recordOf, textOf } from '../../document/read/values.js';
import { howAsked } from '../audit/how-asked.js';
import { interpolate } from '../interpolate/interpolate.js';
import type { Scope } from '../interpolate/scope.js';
import type { TimeRange } from '../interpolate/time-range.js';
import { returnedSeries } from '../proof/returned.js';
import { eventsOf } from './events.js';
import type { DashboardAnswer, PreviewAnnotation, PreviewScope } from './protocol.js';
import { describeVariable } from './variable.js';
import { rangeOf, scopeOf, type OptionLog, type Shown } from './state.js';

/** The variables of a dashboard as they stand, and the events that are drawn into its graphs. */
export async function answerDashboard(asked: PreviewScope, shown: Shown): Promise<DashboardAnswer> {
  const range = rangeOf(asked, shown);
  const log: OptionLog = new Map();
  const scope = await scopeOf(asked, shown, range, log);
  const { variables, annotations } = shown.dashboard;
  const drawn: PreviewAnnotation[] = [];
  for (const annotation of annotations.filter(({ builtIn }) => !builtIn)) {
    if (annotation.json['enable'] === false) continue;
    drawn.push(await answerAnnotation(annotation, shown, scope, range));
  }
  return {
    variables: variables.map((variable) => describeVariable(variable, shown, scope, log)),
    annotations: drawn,
    range: { from: Math.round(range.start * 1000), to: Math.round(range.end * 1000) },
  };
}

async function answerAnnotation(
  { name, json, queries }: ReadAnnotation,
  { dashboard, servers }: Shown,
  scope: Scope,
  range: TimeRange,
): Promise<PreviewAnnotation> {
  const { ids, exclude } = recordOf(json['filter']);
  const about = {
    name,
    color: textOf(json['iconColor']) ?? 'blue',
    isHidden: json['hide'] === true,
    ...(Array.isArray(ids) ? { filter: { ids: ids.map(Number), exclude: exclude === true } } : {}),
  };
  const [query] = queries;
  if (query === undefined) return { ...about, events: [], error: 'only annotations that ask Prometheus are drawn' };
  const server = servers.find(query.datasource, scope);
  if ('reason' in server) return { ...about, events: [], error: server.reason };
  const how = howAsked(query, { dashboard, panel: undefined, server, scope, range });
  const { prometheus } = server.datasource;
  try {
    const answer = await prometheus.queryRange(interpolate(query.expr, how.scope).text, {
      ...how.range,
      step: how.interval,
    });
    if ('error' in answer) return { ...about, events: [], error: answer.error.message };
    return { ...about, events: eventsOf(returnedSeries(answer.data.result), json, how.interval) };
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    return { ...about, events: [], error: error.message };
  }
}
