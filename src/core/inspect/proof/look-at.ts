import { shownUnit } from '../../lint/judge/grafana-units.js';
import { panelUnit } from '../../lint/judge/panel-unit.js';
import { queryUnit } from '../../lint/judge/query-unit.js';
import { unitClash } from '../../lint/judge/unit-clash.js';
import { parseQuery } from '../../document/read/query.js';
import type { Lookup } from '../../promql/analyze/lookup.js';
import type { QueryReport } from '../audit/audited.js';
import type { AnswerLog } from './answer-log.js';
import { legendProblems } from './legend-problems.js';
import { valueProblems, type ValueRange } from './value-problems.js';
import { windowProblems } from './window-problems.js';
import { returnedSeries, type ReturnedSeries } from './returned.js';
import type { Found } from './subject.js';

/** The surroundings that looking at an answer needs. */
export interface Sight {
  readonly log: AnswerLog;
  readonly lookup: Lookup | undefined;
  /** The scrape interval of the server that was asked, in seconds. */
  readonly interval: number;
  /** The range that was declared for the values. */
  readonly allowed: ValueRange | undefined;
}

/** The series of every answer to a query that was asked as this one is: another panel may ask the same otherwise. */
export function answersOf(
  { server = '', asked = '' }: QueryReport,
  query: Found['query'],
  log: AnswerLog,
): readonly (readonly ReturnedSeries[])[] {
  const answers = log.answersTo(server, asked).filter(({ resultType }) => (resultType === 'matrix') === query?.range);
  return answers.map(returnedSeries);
}

/** The problems of what a query with data returned. */
export function lookAt(report: QueryReport, { panel, query }: Found, sight: Sight): readonly string[] {
  const { node } = parseQuery(report.asked ?? '');
  const windows = node === undefined ? [] : windowProblems(node, sight.lookup, sight.interval);
  if (panel === undefined || query === undefined) return windows;
  const unit = panelUnit(panel, query);
  const answers = answersOf(report, query, sight.log).flatMap((series) => [
    ...legendProblems(panel, query, series),
    ...valueProblems(series, unit?.id, panel, sight.allowed),
  ]);
  return [...new Set([...windows, ...scaleClash(query, unit?.id, sight.lookup), ...answers])];
}

/** Numbers in the range of a unit can still be those of another: 0.2 is a plausible number of milliseconds. */
function scaleClash({ node }: NonNullable<Found['query']>, id: string | undefined, lookup: Lookup | undefined) {
  const shown = id === undefined ? undefined : shownUnit(id);
  const unit = node === undefined ? undefined : queryUnit(node, lookup);
  if (shown === undefined || unit === undefined) return [];
  const clash = unitClash(unit, shown);
  return clash === undefined || !clash.isScale || !clash.certain
    ? []
    : [`the unit ${JSON.stringify(id)} shows ${clash.shown}, and the numbers are ${clash.is}`];
}
