import { isBuiltIn } from '../../../promql/grafana-variable.js';
import type { DashboardCheck } from '../../check.js';
import { allLinks } from '../../../document/find/links.js';
import type { ReadDashboard } from '../../../document/read-dashboard.js';

/** `$%7Bname%7D`: braces that somebody encoded. */
const encoded = /\$%7B([A-Za-z_]\w*)[^%{}]*%7D/gi;
const seriesLabel = /\$\{__series\.labels[.[][^}]*\}/g;

/**
 * From this version on Grafana no longer migrates `__series.labels`. Source: `schemaversion/v21.go` in
 * github.com/grafana/grafana
 */
const migrated = 21;

/** A link with a variable that Grafana leaves as it is: it leads to `${…}`. */
export const linkNotFilled: DashboardCheck = {
  id: 'dashboard/link-not-filled',
  severity: 'error',
  summary: 'A link with a variable in a form that Grafana does not fill in',
  looksAt: 'dashboard',
  *check(dashboard) {
    for (const { link, path } of allLinks(dashboard)) {
      const braces = unfilled(link.url, encoded, (name) => isKnown(name, dashboard));
      if (braces.length > 0) {
        yield {
          message: `the link "${link.title}" has ${braces.join(' and ')}, which Grafana does not fill in: the braces are encoded`,
          path,
          fix: `write ${braces.map(decode).join(' and ')}`,
        };
      }
      const labels = (dashboard.schemaVersion ?? 0) < migrated ? [] : unfilled(link.url, seriesLabel);
      if (labels.length > 0) {
        yield {
          message: `the link "${link.title}" has ${labels.join(' and ')}, which Grafana no longer fills in: labels are those of the field`,
          path,
          fix: `write ${labels.map((text) => text.replace('__series.', '__field.')).join(' and ')}`,
        };
      }
    }
  },
};

/** The matches in an address, each text once. */
function unfilled(url: string, pattern: RegExp, isMeant: (name: string) => boolean = () => true): readonly string[] {
  return [...new Set([...url.matchAll(pattern)].filter(([, name = '']) => isMeant(name)).map(([text]) => text))];
}

/** True where a name is one that Grafana would fill in, if it were written so. */
function isKnown(name: string, { variables }: ReadDashboard): boolean {
  return isBuiltIn(name) || variables.some((variable) => variable.name === name);
}

function decode(text: string): string {
  return text.replace(/%7B/i, '{').replace(/%7D/i, '}');
}
