import { isJsonObject, type JsonObject, type Json } from '../model/json.js';

/** One panel of a dashboard, apart from where it stands. */
export interface PlacedPanel {
  /** Its id; for a panel without a number of its own, its position. */
  readonly key: string;
  /** How messages call it: `panel "Reject reasons (5m)" (id 123)`. */
  readonly label: string;
  /** The panel without its place and, for a row, without its panels. */
  readonly content: JsonObject;
  readonly place: JsonObject;
}

/** Lists a dashboard's panels in order, those in collapsed rows after their row. */
export function listPanels(panels: Json | undefined): readonly PlacedPanel[] {
  const placed = new Map<string, PlacedPanel>();
  const addAll = (nested: Json | undefined, row: Json): void => {
    if (!Array.isArray(nested)) return;
    for (const panel of nested as readonly Json[]) {
      if (!isJsonObject(panel)) continue;
      const key = findKey(panel, placed);
      placed.set(key, place(panel, key, row));
      addAll(panel['panels'], panel['title'] ?? '');
    }
  };
  addAll(panels, null);
  return [...placed.values()];
}

function findKey({ id }: JsonObject, placed: ReadonlyMap<string, PlacedPanel>): string {
  const key = `id ${JSON.stringify(id)}`;
  return typeof id === 'number' && !placed.has(key) ? key : `#${placed.size + 1}`;
}

function place(panel: JsonObject, key: string, row: Json): PlacedPanel {
  const { gridPos, panels: _panels, ...content } = panel;
  const { x = null, y = null, ...size } = isJsonObject(gridPos) ? gridPos : {};
  return {
    key,
    label: `${panel['type'] === 'row' ? 'row' : 'panel'} ${JSON.stringify(panel['title'] ?? '')} (${key})`,
    content: { ...content, gridPos: size },
    place: { row, gridPos: { x, y } },
  };
}
