import type { ReadDashboard, ReadPanel, ReadQuery } from '../../document/read-dashboard.js';
import type { Question } from '../ask/question.js';
import type { QueryServer } from '../ask/server.js';
import { builtInVariables } from '../interpolate/built-in.js';
import type { Scope } from '../interpolate/scope.js';
import type { TimeRange } from '../interpolate/time-range.js';
import { panelStep } from './panel-step.js';

/** The surroundings of a query that decide how it is asked. */
export interface Surroundings {
  readonly dashboard: ReadDashboard;
  /** Undefined for an annotation. */
  readonly panel: ReadPanel | undefined;
  readonly server: QueryServer;
  /** The variables of the dashboard. */
  readonly scope: Scope;
  /** The range of the panel. */
  readonly range: TimeRange;
  /** The width of the panel in pixels; default as on a screen of 1920 pixels. */
  readonly width?: number | undefined;
}

/** How a query is asked: with which variables, over which range, and how far apart its points are. */
export interface HowAsked {
  readonly scope: Scope;
  readonly range: Question['range'];
  /** The distance of points in seconds, whether or not it is asked for several. */
  readonly interval: number;
  /** The same where it is asked for several; undefined where it is asked once, at the end of the range. */
  readonly step: number | undefined;
}

/** Decides how Grafana asks a query. */
export function howAsked(query: ReadQuery, around: Surroundings): HowAsked {
  const { dashboard, panel, server, scope, range, width } = around;
  const { scrapeInterval } = server.datasource;
  const interval = panelStep(query, panel, range, scrapeInterval, width);
  const own = builtInVariables({ range, step: interval, scrapeInterval, dashboard });
  return {
    scope: new Map([...own, ...scope]),
    range: query.range ? aligned(range, interval) : range,
    interval,
    step: query.range ? interval : undefined,
  };
}

/** Grafana lets the points of a graph stand at multiples of their distance. */
function aligned({ start, end }: TimeRange, step: number): TimeRange {
  return { start: Math.floor(start / step) * step, end: Math.floor(end / step) * step };
}
