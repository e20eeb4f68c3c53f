import { offeredBy } from '../../document/find/offered-by.js';
import { isIdle } from '../../document/find/idle-variable.js';
import type { DashboardNames, DashboardPlace } from '../check.js';
import type { ReadDashboard } from '../../document/read-dashboard.js';
import type { ReadRuleFile } from '../../document/read-rule-file.js';

/** Remembers of everything that is linted what checks of other files must know. */
export class KnownDashboards {
  readonly dashboards = new Map<string, DashboardNames>();
  readonly recorded = new Set<string>();
  readonly #places = new Map<string, DashboardPlace[]>();

  /** Adds what stands in a file. */
  add(dashboards: readonly ReadDashboard[], ruleFiles: readonly ReadRuleFile[], file: string): void {
    for (const dashboard of dashboards) {
      const { form, uid, title, path } = dashboard;
      if (form === 'library' || uid === undefined || uid === '') continue;
      if (!this.dashboards.has(uid)) this.dashboards.set(uid, namesOf(dashboard));
      this.#places.set(uid, [...(this.#places.get(uid) ?? []), { title, file, path }]);
    }
    for (const { rules } of ruleFiles) {
      for (const { kind, name } of rules) if (kind === 'record') this.recorded.add(name);
    }
  }

  /** Where the dashboards stand whose uid stands more than once. */
  copies(): ReadonlyMap<string, readonly DashboardPlace[]> {
    return new Map([...this.#places].filter(([, places]) => places.length > 1));
  }
}

function namesOf(dashboard: ReadDashboard): DashboardNames {
  const { title, variables } = dashboard;
  return {
    title,
    variables: variables.map(({ name }) => name),
    idle: variables.filter((variable) => isIdle(variable, dashboard)).map(({ name }) => name),
    offers: new Map(
      variables.flatMap((variable) => {
        const offered = offeredBy(variable);
        return offered === undefined ? [] : [[variable.name, offered] as const];
      }),
    ),
  };
}
