import type { Finding } from '../model/finding.js';
import type { Position } from '../model/position.js';
import type { DashboardNames } from './check.js';
import type { LintedDashboard, LintedRuleFile } from './subject.js';

/** Remembers of everything that is linted what checks of other files must know. */
export class KnownDashboards {
  readonly dashboards = new Map<string, DashboardNames>();
  readonly recorded = new Set<string>();
  readonly #places = new Map<string, { readonly position: Position; readonly title: string }[]>();

  /** @param placeOf where a dashboard's uid stands */
  add(
    dashboards: readonly LintedDashboard[],
    ruleFiles: readonly LintedRuleFile[],
    placeOf: (dashboard: LintedDashboard) => Position,
  ): void {
    for (const dashboard of dashboards) {
      const { uid, title, variables } = dashboard;
      if (uid === undefined || uid === '') continue;
      // The first one counts: the check of the others compares their titles with it.
      if (!this.dashboards.has(uid)) this.dashboards.set(uid, { title, variables: variables.map(({ name }) => name) });
      this.#places.set(uid, [...(this.#places.get(uid) ?? []), { position: placeOf(dashboard), title }]);
    }
    for (const { rules } of ruleFiles) {
      for (const { kind, name } of rules) if (kind === 'record') this.recorded.add(name);
    }
  }

  /**
   * A finding for each dashboard whose uid and title another one had before: a copy. (Where the titles differ, a check
   * finds it in the dashboard itself.)
   */
  duplicates(): readonly Finding[] {
    return [...this.#places].flatMap(([uid, [first, ...others]]) =>
      others
        .filter(({ title }) => title === first?.title)
        .map(({ position, title }): Finding => ({
          id: 'dashboard/duplicate-uid',
          severity: 'warning',
          message: `the same dashboard is in ${first?.position.file}: where both are provisioned, Grafana loads only one of them`,
          subject: `dashboard ${JSON.stringify(title)}`,
          dashboard: { uid, title },
          position,
          fix: 'remove one of them, or give it another uid',
        })),
    );
  }
}
