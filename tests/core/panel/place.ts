import type { PanelPlace } from '../../../src/core/panel/place.js';

/** A place of no interest. */
export const place: PanelPlace = {
  id: 1,
  gridPos: { x: 0, y: 0, w: 6, h: 4 },
  datasource: { type: 'prometheus', uid: 'prom_local' },
  targets: [],
  unit: undefined,
  description: undefined,
  notes: [],
  noValue: undefined,
  manySeries: false,
  links: [],
};
