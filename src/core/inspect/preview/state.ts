import type { ReadDashboard, ReadVariable } from '../../document/read-dashboard.js';
import { isPrometheus } from '../../document/read/panel.js';
import { recordOf } from '../../document/read/values.js';
import { initialDatasource } from '../audit/initial-datasource.js';
import { askVariableValues } from '../audit/audit-variable.js';
import type { QueryServers } from '../ask/servers.js';
import { builtInVariables } from '../interpolate/built-in.js';
import { resolveVariables } from '../interpolate/resolve-variables.js';
import { singleValue, type Scope } from '../interpolate/scope.js';
import { openingRange, relativeTime, type TimeRange } from '../interpolate/time-range.js';
import { LiveFailure } from '../../live/live-failure.js';
import type { PreviewScope } from './protocol.js';

/** A dashboard that is shown, and the servers that it asks. */
export interface Shown {
  readonly dashboard: ReadDashboard;
  readonly servers: QueryServers;
  /** The present: a Unix time in seconds. */
  readonly now: number;
}

/** The range that is asked for: a relative time, or a Unix time in milliseconds. What is neither is as the dashboard opens. */
export function rangeOf({ range: { from, to } }: PreviewScope, { dashboard, now }: Shown): TimeRange {
  const at = (text: string, isEnd: boolean): number | undefined =>
    /^\d+$/.test(text) ? Number(text) / 1000 : relativeTime(text, now, isEnd);
  const [start, end] = [at(from, false), at(to, true)];
  if (start === undefined || end === undefined || start >= end) {
    return openingRange(recordOf(dashboard.json['time']), now, undefined);
  }
  return { start, end };
}

/** The options that a variable was found to have, and why there are none. */
export type OptionLog = Map<string, { readonly values: readonly string[]; readonly error?: string }>;

/** The values of the variables of a dashboard as a viewer chose them; `log` hears what could be chosen. */
export function scopeOf(asked: PreviewScope, shown: Shown, range: TimeRange, log?: OptionLog): Promise<Scope> {
  const { dashboard, servers } = shown;
  const variables = dashboard.variables.map((variable) => withChoice(variable, asked.variables[variable.name]));
  return resolveVariables(variables, {
    range: range.end - range.start,
    datasource: (variable) => initialDatasource(variable, servers),
    async ask(variable, scope) {
      const { type } = variable.datasource;
      if (type !== undefined && !isPrometheus(type)) {
        log?.set(variable.name, { values: [], error: `its datasource is ${type}, and only Prometheus is asked here` });
        return undefined;
      }
      const server = servers.find(variable.datasource, scope);
      if ('reason' in server) {
        log?.set(variable.name, { values: [], error: server.reason });
        return undefined;
      }
      const { scrapeInterval } = server.datasource;
      const own = builtInVariables({ range, step: scrapeInterval, scrapeInterval, dashboard });
      try {
        const values = await askVariableValues(variable, server, new Map([...own, ...scope]), range);
        log?.set(variable.name, { values });
        return values;
      } catch (error) {
        if (!(error instanceof LiveFailure)) throw error;
        log?.set(variable.name, { values: [], error: error.message });
        return undefined;
      }
    },
  });
}

function withChoice(variable: ReadVariable, chosen: readonly string[] | undefined): ReadVariable {
  return chosen === undefined ? variable : { ...variable, current: chosen };
}

/** The variables around a panel that is repeated. */
export function repeatedScope(scope: Scope, repeated: Readonly<Record<string, string>> = {}): Scope {
  const own = Object.entries(repeated).map(([name, value]) => {
    const several = scope.get(name)?.several ?? false;
    return [name, { ...singleValue(name, value), several }] as const;
  });
  return new Map([...scope, ...own]);
}
