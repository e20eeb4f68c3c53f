import type { DashboardCheck } from '../../check.js';

/** Two variables with one name: Grafana keeps one of them, and queries get its value. */
export const duplicateName: DashboardCheck = {
  id: 'variable/duplicate-name',
  severity: 'error',
  summary: 'Two variables of a dashboard with the same name',
  looksAt: 'dashboard',
  *check({ variables, form }) {
    const seen = new Set<string>();
    for (const { name, path } of variables) {
      if (name === '') continue;
      if (seen.has(name)) {
        yield {
          message: `the dashboard declares the variable "${name}" twice`,
          path: form === 'classic' ? [...path, 'name'] : path,
          fix: 'rename or remove one of them',
        };
      }
      seen.add(name);
    }
  },
};
