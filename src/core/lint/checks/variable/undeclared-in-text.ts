import type { DashboardCheck } from '../../check.js';
import { undeclaredVariables } from '../../../document/find/undeclared-variables.js';
import type { JsonPath } from '../../../document/json-path.js';
import type { ReadDashboard } from '../../../document/read-dashboard.js';

/** A variable in a title, legend or link that the dashboard does not declare: viewers read `$x`. */
export const undeclaredInText: DashboardCheck = {
  id: 'variable/undeclared-in-text',
  severity: 'warning',
  summary: 'A title, legend or link uses a variable that the dashboard does not declare',
  looksAt: 'dashboard',
  *check(dashboard) {
    for (const { text, path, what } of shownTexts(dashboard)) {
      for (const { name } of undeclaredVariables(text, dashboard)) {
        yield {
          message: `${what} uses the variable "${name}", which the dashboard does not declare`,
          path,
          fix: `declare the variable "${name}", or write what it should stand for`,
        };
      }
    }
  },
};

/** Texts that Grafana shows and fills variables in. Text panels are left out: a `$` there is often a `$`. */
function* shownTexts(dashboard: ReadDashboard): Generator<{ text: string; path: JsonPath; what: string }> {
  for (const { title, places, links, queries } of dashboard.panels) {
    yield { text: title, path: places.title, what: 'the title of the panel' };
    for (const { title: called, url = '', path } of links) {
      yield { text: url, path: [...path, 'url'], what: `the link "${called}"` };
    }
    for (const { legend = '', path } of queries) {
      yield { text: legend, path: [...path, 'legendFormat'], what: 'the legend' };
    }
  }
  for (const { title, path } of dashboard.rows)
    yield { text: title, path: [...path, 'title'], what: 'the title of the row' };
  for (const { title, url = '', path } of dashboard.links) {
    yield { text: url, path: [...path, 'url'], what: `the link "${title}"` };
  }
}
