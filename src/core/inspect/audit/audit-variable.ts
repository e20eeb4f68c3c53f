import { LiveFailure } from '../../live/live-failure.js';
import type { ReadVariable } from '../../document/read-dashboard.js';
import type { Cause } from '../cause/cause.js';
import { interpolate } from '../interpolate/interpolate.js';
import type { Scope } from '../interpolate/scope.js';
import type { TimeRange } from '../interpolate/time-range.js';
import { readVariableQuery } from '../interpolate/variable-query.js';
import { askQuery, notAsked } from './ask-query.js';
import type { AuditedQuery, QueryReport } from './audited.js';
import type { QueryServer } from '../ask/server.js';
import type { AuditSettings, AuditSource } from './settings.js';

/** The outcome of asking the query of a variable: what it returns, and the report. */
export interface AskedVariable {
  readonly values: readonly string[] | undefined;
  readonly report: QueryReport;
}

/** Asks the query of a variable, as Grafana does when a dashboard is opened. */
export async function askVariable(
  variable: ReadVariable,
  query: AuditedQuery,
  asking: {
    readonly server: QueryServer;
    readonly scope: Scope;
    readonly range: TimeRange;
    readonly source: AuditSource;
    readonly settings: AuditSettings;
  },
): Promise<AskedVariable> {
  const { server, scope, range, source, settings } = asking;
  const text = interpolate(variable.query ?? '', scope).text;
  const about = { query, asked: text, server: server.title, milliseconds: 0 };
  let values: readonly string[];
  try {
    values = await valuesOf(text, server, range);
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    settings.progress?.asked();
    const isRefused = error.status === 400 || error.status === 422;
    const said = isRefused ? ({ status: 'error', series: 0, message: error.message } as const) : notAsked(error);
    return { values: undefined, report: { ...about, ...said } };
  }
  if (values.length > 0) {
    settings.progress?.asked();
    return { values, report: { ...about, status: 'data', series: values.length } };
  }
  // The selector inside returns nothing either, over the same time: why, its series tell.
  const inside = variable.queries[0]?.expr;
  if (inside === undefined) {
    settings.progress?.asked();
    return { values, report: { ...about, status: 'empty', series: 0 } };
  }
  const planned = { query: { ...query, expr: inside }, server, scope, range, lookup: source.lookup };
  const report = await askQuery(planned, settings);
  if (report.status !== 'data') return { values, report: { ...report, ...about } };
  return { values, report: { ...about, status: 'empty', series: 0, cause: withoutLabel(text, server) } };
}

/** There are series, and what is asked of them is not there. */
function withoutLabel(text: string, server: QueryServer): Cause {
  const asked = readVariableQuery(text);
  const label = asked.kind === 'label values' ? asked.label : '';
  return {
    kind: 'label-value',
    sentence: `the series of ${text} are on ${server.title}, but they have no label ${label}`,
    next: 'list a label that the series have',
  };
}

/**
 * The values that the query of a variable returns.
 *
 * @throws LiveFailure where the server cannot be asked, or refuses it
 */
export function askVariableValues(
  variable: ReadVariable,
  server: QueryServer,
  scope: Scope,
  range: TimeRange,
): Promise<readonly string[]> {
  return valuesOf(interpolate(variable.query ?? '', scope).text, server, range);
}

async function valuesOf(text: string, server: QueryServer, range: TimeRange): Promise<readonly string[]> {
  const asked = readVariableQuery(text);
  switch (asked.kind) {
    case 'label values':
      return server.labelValues(asked.label, range, asked.selector);
    case 'label names':
      return server.labels(range, asked.selector);
    case 'metrics': {
      const names = await server.labelValues('__name__', range);
      const pattern = patternOf(asked.pattern);
      return names.filter((name) => pattern.test(name));
    }
    case 'series':
      return (await server.series(range, asked.selector)).map(printSeries);
    case 'query result': {
      const answer = await server.ask({ expr: asked.expr, range });
      if (answer.status === 'error') {
        throw new LiveFailure('status', answer.message, { next: 'correct the query of the variable', status: 400 });
      }
      return answer.values.map(({ labels, time, value }) => `${printSeries(labels)} ${value} ${time * 1000}`);
    }
  }
}

function patternOf(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    const message = `metrics(${text}): ${error instanceof Error ? error.message : String(error)}`;
    throw new LiveFailure('status', message, { next: 'correct the query of the variable', status: 400, cause: error });
  }
}

function printSeries({ __name__: name = '', ...labels }: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return `${name}{${pairs.join(',')}}`;
}
