import type { JsonPath } from '../../document/json-path.js';
import type { ReadDashboard, ReadPanel } from '../../document/read-dashboard.js';

/** The panels of a dashboard by their places in the JSON that the page has: `panels[3]`, `panels[2].panels[0]`. */
export function panelPlaces(dashboard: ReadDashboard): ReadonlyMap<string, ReadPanel> {
  const isClassic = dashboard.form === 'classic';
  return new Map(
    dashboard.panels.map((panel, index) => [
      isClassic ? placeOf(panel.path.slice(dashboard.path.length)) : `panels[${index}]`,
      panel,
    ]),
  );
}

/** The panel that stands at a place. */
export function panelAt(dashboard: ReadDashboard, place: string): ReadPanel | undefined {
  return panelPlaces(dashboard).get(place);
}

/** A path as a place: `panels[2].panels[0]`. */
export function placeOf(path: JsonPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
