import { LiveFailure } from '../../live/live-failure.js';
import { isJsonObject } from '../../model/json.js';
import { textOf } from '../../document/read/values.js';
import { howAsked } from '../audit/how-asked.js';
import { panelRange, panelStep } from '../audit/panel-step.js';
import { interpolate } from '../interpolate/interpolate.js';
import { returnedSeries } from '../proof/returned.js';
import { framesOf, type AnsweredQuery } from './frames.js';
import { NoSuch } from './no-such.js';
import type { AskedQuery, PanelAnswer, PanelRequest } from './protocol.js';
import { panelAt, rangeOf, repeatedScope, scopeOf, type Shown } from './state.js';

/**
 * Asks what a panel shows, as `audit` and `prove` ask it.
 *
 * @throws NoSuch where the dashboard has no panel at the place
 */
export async function answerPanel(request: PanelRequest, shown: Shown): Promise<PanelAnswer> {
  const { dashboard, servers, now } = shown;
  const panel = panelAt(dashboard, request.place);
  if (panel === undefined) throw new NoSuch(`the dashboard has no panel at ${request.place}`);
  const around = rangeOf(request, shown);
  const scope = repeatedScope(await scopeOf(request, shown, around), request.repeated);
  const range = panelRange(panel, around, now);
  const asked: AskedQuery[] = [];
  const answered: AnsweredQuery[] = [];
  for (const query of panel.queries.filter(({ hidden }) => !hidden)) {
    const refId = query.refId ?? 'A';
    const server = servers.find(query.datasource, scope);
    if ('reason' in server) {
      asked.push({ refId, text: query.expr, server: '', series: 0, error: server.reason });
      continue;
    }
    const how = howAsked(query, { dashboard, panel, server, scope, range, width: request.width });
    const { text } = interpolate(query.expr, how.scope);
    const about = { refId, text, server: server.title };
    try {
      const { prometheus } = server.datasource;
      const answer = await (how.step === undefined
        ? prometheus.query(text, how.range.end)
        : prometheus.queryRange(text, { ...how.range, step: how.step }));
      if ('error' in answer) {
        asked.push({ ...about, series: 0, error: answer.error.message });
        continue;
      }
      const series = returnedSeries(answer.data.result);
      asked.push({ ...about, series: series.length });
      const legend = query.legend === undefined ? undefined : interpolate(query.legend, how.scope).text;
      answered.push({ query: { ...query, legend }, asked: text, series, step: how.step });
    } catch (error) {
      if (!(error instanceof LiveFailure)) throw error;
      asked.push({ ...about, series: 0, error: error.message });
    }
  }
  for (const type of new Set(panel.others)) {
    asked.push({
      refId: '',
      text: '',
      server: type,
      series: 0,
      error: `${type} is not asked here: only Prometheus is`,
    });
  }
  const content = isJsonObject(panel.options) ? textOf(panel.options['content']) : undefined;
  const [first] = panel.queries;
  const server = first === undefined ? undefined : servers.find(first.datasource, scope);
  const scrapeInterval = server === undefined || 'reason' in server ? 15 : server.datasource.scrapeInterval;
  return {
    frames: framesOf(answered),
    asked,
    range: { from: Math.round(range.start * 1000), to: Math.round(range.end * 1000) },
    interval: first === undefined ? 0 : panelStep(first, panel, range, scrapeInterval, request.width) * 1000,
    title: interpolate(panel.title, scope).text,
    ...(content === undefined ? {} : { text: interpolate(content, scope).text }),
  };
}
