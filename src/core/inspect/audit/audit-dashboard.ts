import type { ReadDashboard, ReadPanel, ReadQuery, ReadVariable } from '../../document/read-dashboard.js';
import { recordOf, textOf } from '../../document/read/values.js';
import { builtInVariables } from '../interpolate/built-in.js';
import { resolveVariables } from '../interpolate/resolve-variables.js';
import { singleValue, type Scope } from '../interpolate/scope.js';
import { openingRange, type TimeRange } from '../interpolate/time-range.js';
import { askQuery, type PlannedQuery } from './ask-query.js';
import { askVariable } from './audit-variable.js';
import type { AuditedQuery, AuditReport, LeftOut, QueryReport } from './audited.js';
import { initialDatasource } from './initial-datasource.js';
import { howAsked } from './how-asked.js';
import { panelRange } from './panel-step.js';
import type { AuditSettings, AuditSource } from './settings.js';

/** Asks everything that a dashboard asks when somebody opens it. */
export async function auditDashboard(
  dashboard: ReadDashboard,
  source: AuditSource,
  settings: AuditSettings,
): Promise<AuditReport> {
  return new DashboardAudit(dashboard, source, settings).run();
}

/** A query to ask, or the report where that is no use; nothing for one that Grafana does not ask. */
type Planned = PlannedQuery | QueryReport | undefined;

class DashboardAudit {
  readonly #dashboard: ReadDashboard;
  readonly #source: AuditSource;
  readonly #settings: AuditSettings;
  readonly #range: TimeRange;
  readonly #reports: QueryReport[] = [];
  readonly #leftOut: LeftOut[] = [];

  constructor(dashboard: ReadDashboard, source: AuditSource, settings: AuditSettings) {
    this.#dashboard = dashboard;
    this.#source = source;
    this.#settings = settings;
    this.#range = openingRange(recordOf(dashboard.json['time']), settings.now, settings.window);
  }

  async run(): Promise<AuditReport> {
    const { variables, panels, annotations, unread } = this.#dashboard;
    const asked = [...panels, ...annotations].flatMap(({ queries }) => queries.filter(({ hidden }) => !hidden));
    const listing = variables.filter(({ type }) => type === 'query');
    this.#settings.progress?.planned(asked.length + listing.length);
    const scope = await this.#resolve();
    const planned = [
      ...panels.flatMap((panel) => this.#planPanel(panel, scope)),
      ...annotations.flatMap(({ name, queries }) => queries.map((query) => this.#planAnnotation(name, query, scope))),
    ].filter((each) => each !== undefined);
    const asking = planned.map(async (each) => ('status' in each ? each : askQuery(each, this.#settings)));
    this.#reports.push(...(await Promise.all(asking)));
    for (const { reason } of unread) this.#leave(`a part of dashboard ${this.#title}`, reason);
    return { queries: this.#reports, leftOut: this.#leftOut };
  }

  get #title(): string {
    return JSON.stringify(this.#dashboard.title);
  }

  #leave(what: string, reason: string): void {
    this.#leftOut.push({ what, reason });
  }

  #resolve(): Promise<Scope> {
    const { servers } = this.#settings;
    return resolveVariables(this.#dashboard.variables, {
      range: this.#range.end - this.#range.start,
      datasource: (variable) => initialDatasource(variable, servers),
      ask: (variable, scope) => this.#askVariable(variable, scope),
    });
  }

  async #askVariable(variable: ReadVariable, scope: Scope): Promise<readonly string[] | undefined> {
    const { settings, what } = { settings: this.#settings, what: `variable $${variable.name} of ${this.#title}` };
    const { type } = variable.datasource;
    if (type !== undefined && !type.includes('prometheus')) {
      settings.progress?.asked();
      this.#leave(what, `its datasource is ${type}, not Prometheus`);
      return undefined;
    }
    const query = this.#about('variable', variable.name, variable.query ?? '', variable.queries[0]);
    const server = settings.servers.find(variable.datasource, scope);
    if ('reason' in server) {
      this.#reports.push(this.#unasked(query, server.reason));
      return undefined;
    }
    const own = builtInVariables({
      range: this.#range,
      step: server.datasource.scrapeInterval,
      scrapeInterval: server.datasource.scrapeInterval,
      dashboard: this.#dashboard,
    });
    const { values, report } = await askVariable(variable, query, {
      server,
      scope: new Map([...own, ...scope]),
      range: this.#range,
      source: this.#source,
      settings,
    });
    this.#reports.push(report);
    return values;
  }

  #planPanel(panel: ReadPanel, scope: Scope): readonly Planned[] {
    const what = `panel ${JSON.stringify(panel.title)} of ${this.#title}`;
    for (const type of new Set(panel.others)) this.#leave(what, reasonOf(type));
    const own = this.#repeated(panel, scope, what);
    return panel.queries.map((query) => {
      if (query.hidden) {
        this.#leave(`${what}, query ${query.refId ?? ''}`, 'it is hidden: Grafana does not ask it');
        return undefined;
      }
      const about = this.#about('panel', query.refId ?? '', query.expr, query, panel);
      return this.#plan(about, query, { scope: own, panel });
    });
  }

  #planAnnotation(name: string, query: ReadQuery, scope: Scope): Planned {
    return this.#plan(this.#about('annotation', name, query.expr, query), query, { scope, panel: undefined });
  }

  #plan(
    about: AuditedQuery,
    query: ReadQuery,
    { scope, panel }: { readonly scope: Scope; readonly panel: ReadPanel | undefined },
  ): Planned {
    const server = this.#settings.servers.find(query.datasource, scope);
    if ('reason' in server) return this.#unasked(about, server.reason);
    const { now, window } = this.#settings;
    const range = panel === undefined || window !== undefined ? this.#range : panelRange(panel, this.#range, now);
    const asked = howAsked(query, { dashboard: this.#dashboard, panel, server, scope, range });
    return { query: about, server, lookup: this.#source.lookup, ...asked };
  }

  #unasked(query: AuditedQuery, message: string): QueryReport {
    this.#settings.progress?.asked();
    return { query, status: 'not asked', series: 0, milliseconds: 0, message };
  }

  /** Of a panel that is repeated, the first one is asked. */
  #repeated(panel: ReadPanel, scope: Scope, what: string): Scope {
    const value = panel.repeat === undefined ? undefined : scope.get(panel.repeat);
    const [first, ...rest] = value?.values ?? [];
    if (value === undefined || first === undefined) return scope;
    if (rest.length > 0) this.#leave(what, `it is repeated ${rest.length + 1} times, and only the first one is asked`);
    return new Map([...scope, [value.name, { ...singleValue(value.name, first), several: value.several }]]);
  }

  #about(
    owner: AuditedQuery['owner'],
    name: string,
    expr: string,
    query: ReadQuery | undefined,
    panel?: ReadPanel,
  ): AuditedQuery {
    const { uid, title } = this.#dashboard;
    return {
      owner,
      source: this.#source.name,
      dashboard: { ...(uid === undefined ? {} : { uid }), title },
      ...(panel === undefined
        ? {}
        : { panel: { ...(panel.id === undefined ? {} : { id: panel.id }), title: panel.title } }),
      name,
      expr,
      position: query === undefined ? undefined : this.#source.locate(query),
    };
  }
}

function reasonOf(type: string): string {
  if (type === 'unknown' || type === 'datasource') return 'it takes what other panels or queries return';
  return `its datasource is ${textOf(type) ?? ''}, not Prometheus`;
}
