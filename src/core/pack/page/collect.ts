import type { DashboardFacts, QueryFacts, SqlQueryFacts } from '../../dashboard/facts.js';
import type { RuleFacts } from '../../rule/facts.js';

/** A query on the page. */
export interface PageQuery {
  readonly role: string;
  readonly expr: string;
}

/** A panel on the page. */
export interface PagePanel {
  readonly title: string;
  readonly row: string;
  readonly visualisation: string;
  readonly isPlugin: boolean;
  readonly queries: readonly PageQuery[];
}

/** A dashboard on the page: counts always, panels where there is room. */
export interface PageDashboard {
  readonly uid: string;
  readonly title: string;
  readonly folder: string;
  readonly roles: readonly string[];
  readonly panelCount: number;
  readonly queryCount: number;
  readonly panels: readonly PagePanel[] | undefined;
}

/** The uses of a metric family. */
export interface Usage {
  /** Titles of panels, variables and annotations, by the uid of their dashboard. */
  readonly dashboards: Map<string, string[]>;
  /** Names of alerts and recorded series. */
  readonly rules: string[];
  queries: number;
}

/** More than this many panels are not listed: the page would be larger than what a repository's web page shows. */
export const mostPanels = 2000;

/** Gathers what a page says while its pack is built. Of a large pack, only counts are kept. */
export class PageFacts {
  readonly dashboards: PageDashboard[] = [];
  readonly rules: RuleFacts[] = [];
  readonly usage = new Map<string, Usage>();
  panelCount = 0;
  pluginPanelCount = 0;
  queryCount = 0;

  /** True where panels are listed. */
  get hasRoom(): boolean {
    return this.panelCount <= mostPanels;
  }

  addDashboard(facts: DashboardFacts): void {
    const { ref, panels, others } = facts;
    const queryCount = panels.reduce((sum, { queries, sql }) => sum + queries.length + sql.length, 0);
    this.panelCount += panels.length;
    this.pluginPanelCount += panels.filter(({ isPlugin }) => isPlugin).length;
    this.queryCount += queryCount + others.length;
    const roles = new Set(
      [...panels.flatMap(({ queries, sql }) => [...queries, ...sql]), ...others].map(({ role }) => role),
    );
    this.dashboards.push({
      uid: ref.uid,
      title: ref.title,
      folder: ref.folder,
      roles: [...roles],
      panelCount: panels.length,
      queryCount: queryCount + others.length,
      panels: this.hasRoom
        ? panels.map(({ title, row, visualisation, isPlugin, queries, sql }) => ({
            title,
            row,
            visualisation,
            isPlugin,
            queries: [...queries.map(queryOf), ...sql.map(sqlOf)],
          }))
        : undefined,
    });
    for (const { title, queries } of panels) for (const query of queries) this.#use(query, ref.uid, title);
    for (const query of others) this.#use(query, ref.uid, query.subject);
  }

  addRules(facts: readonly RuleFacts[]): void {
    this.rules.push(...facts);
    for (const rule of facts) for (const family of rule.families) this.#usageOf(family).rules.push(rule.name);
  }

  #use({ families }: QueryFacts, uid: string, subject: string): void {
    for (const family of families) {
      const usage = this.#usageOf(family);
      usage.queries += 1;
      const titles = usage.dashboards.get(uid) ?? [];
      if (this.hasRoom && !titles.includes(subject)) titles.push(subject);
      usage.dashboards.set(uid, titles);
    }
  }

  #usageOf(family: string): Usage {
    const usage = this.usage.get(family) ?? { dashboards: new Map(), rules: [], queries: 0 };
    this.usage.set(family, usage);
    return usage;
  }
}

function queryOf({ role, expr }: QueryFacts): PageQuery {
  return { role, expr };
}

/** A query in SQL, in one line, and what it takes for granted. */
function sqlOf({ role, sql, table, assumed }: SqlQueryFacts): PageQuery {
  const text = sql.replaceAll(/\s+/g, ' ');
  return { role: assumed === undefined ? role : `${role}, assuming the table ${table}`, expr: text };
}
