import type { JsonObject } from '../model/json.js';
import type { AnyDataLink, LinkValue } from '../panel/links.js';
import type { DashboardLink } from './dashboard.js';
import type { AnyDeclaredVariable } from './variables.js';

/** A link at the top of a dashboard, as Grafana reads it. */
export function emitDashboardLink(link: DashboardLink): JsonObject {
  return {
    type: 'link',
    title: link.title,
    url: typeof link.to === 'string' ? link.to : `/d/${link.to.uid}`,
    icon: typeof link.to === 'string' ? 'external link' : 'dashboard',
    tooltip: '',
    tags: [],
    asDropdown: false,
    targetBlank: link.newTab,
    includeVars: link.includeVariables,
    keepTime: link.keepTime,
  };
}

/**
 * A link from a panel's data, as Grafana reads it. To a dashboard it keeps the time range and hands over the visible
 * variables that it does not set itself.
 */
export function emitDataLink(
  link: AnyDataLink,
  variables: readonly AnyDeclaredVariable[],
): { title: string; url: string; targetBlank: boolean } {
  return { title: link.title, url: addressOf(link, variables), targetBlank: link.newTab };
}

function addressOf(link: AnyDataLink, variables: readonly AnyDeclaredVariable[]): string {
  if (typeof link.to === 'string') return link.to;
  const set = Object.entries(link.set).map(([name, value]) => parameter(name, value));
  const handed = variables
    .filter((variable) => variable.definition.type !== 'datasource' && !Object.hasOwn(link.set, variable.name))
    .map((variable) => `\${${variable.name}:queryparam}`);
  return `/d/${link.to.uid}?${['${__url_time_range}', ...set, ...handed].join('&')}`;
}

function parameter(name: string, value: LinkValue): string {
  if (typeof value === 'string') return `var-${name}=${encodeURIComponent(value)}`;
  if (value.kind === 'series label') return `var-${name}=\${__field.labels.${value.label}:percentencode}`;
  return `var-${name}=\${${value.name}:percentencode}`;
}
