import type { JsonObject } from '../../../src/core/model/json.js';

/** A panel where it stands. */
export interface Placed {
  readonly place: string;
  readonly json: JsonObject & { readonly [key: string]: any };
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The grid of Grafana, in pixels: the height of a cell, and the distance of panels. */
export const cell = 30;
export const gap = 8;
const columns = 24;

/** The panels of a dashboard that are seen: those of a closed row are not. */
export function placedPanels(dashboard: JsonObject): readonly Placed[] {
  const panels = Array.isArray(dashboard['panels']) ? (dashboard['panels'] as readonly Placed['json'][]) : [];
  return panels.map((json, index) => {
    const { x = 0, y = 0, w = columns, h = 1 } = (json['gridPos'] ?? {}) as Partial<Placed>;
    return { place: `panels[${index}]`, json, x, y, w, h };
  });
}

/** Where a panel is on the screen. */
export function boxOf({ x, y, w, h }: Placed, width: number) {
  const column = (width + gap) / columns;
  return { left: x * column, top: y * (cell + gap), width: w * column - gap, height: h * (cell + gap) - gap };
}
