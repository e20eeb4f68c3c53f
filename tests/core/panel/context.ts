import type { PanelContext } from '../../../src/core/panel/context.js';

/** A context of no interest. */
export const context: PanelContext = {
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
