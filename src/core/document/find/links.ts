import { mayHaveVariables } from '../../promql/grafana-variable.js';
import { recordsIn } from '../read/values.js';
import type { JsonPath } from '../json-path.js';
import type { ReadDashboard, ReadLink, ReadPanel } from '../read-dashboard.js';

/** A link of a dashboard, of a panel or of an override. */
export interface LinkAt {
  readonly link: { readonly title: string; readonly url: string };
  /** Where it stands at the top of the dashboard, Grafana itself hands over time range and variables. */
  readonly top: ReadLink | undefined;
  readonly panel: ReadPanel | undefined;
  /** Where its address stands. */
  readonly path: JsonPath;
}

/** A link to a dashboard of the same Grafana. */
export interface DashboardLinkAt extends LinkAt {
  readonly uid: string;
  /** The text behind the `?` of the address. */
  readonly parameters: string;
}

const address = /^\.?\/?d\/([^/?#\s]+)[^?#\s]*(?:\?([^#]*))?/;

/** The links of a dashboard, its panels and their overrides that lead to dashboards by uid on the same server. */
export function* dashboardLinks(dashboard: ReadDashboard): Generator<DashboardLinkAt> {
  for (const found of allLinks(dashboard)) {
    const match = address.exec(found.link.url);
    const uid = match?.[1];
    if (uid === undefined || mayHaveVariables(uid)) continue;
    yield { ...found, uid, parameters: match?.[2] ?? '' };
  }
}

/** The links of a dashboard, its panels and their overrides that have an address. */
export function* allLinks(dashboard: ReadDashboard): Generator<LinkAt> {
  for (const top of dashboard.links) yield* read(top.title, top.url, [...top.path, 'url'], { top, panel: undefined });
  for (const panel of dashboard.panels) {
    for (const { title, url, path } of panel.links)
      yield* read(title, url, [...path, 'url'], { top: undefined, panel });
    yield* overrideLinks(panel);
  }
}

function* overrideLinks(panel: ReadPanel): Generator<LinkAt> {
  if (panel.overrides.length === 0) return;
  for (const { json: override, path } of recordsIn(panel.overrides, panel.places.overrides)) {
    for (const { json: property, path: place } of recordsIn(override['properties'], [...path, 'properties'])) {
      if (property['id'] !== 'links') continue;
      for (const { json: link, path: linkPath } of recordsIn(property['value'], [...place, 'value'])) {
        yield* read(link['title'], link['url'], [...linkPath, 'url'], { top: undefined, panel });
      }
    }
  }
}

function* read(title: unknown, url: unknown, path: JsonPath, around: Pick<LinkAt, 'top' | 'panel'>): Generator<LinkAt> {
  if (typeof url !== 'string') return;
  yield { link: { title: typeof title === 'string' ? title : '', url }, path, ...around };
}
