import type { JsonPath } from '../json-path.js';
import type { JsonObject } from '../../model/json.js';
import { objectsIn, type Found, type Placed } from './found.js';
import { numberOf, recordOf, textOf } from './values.js';

/** Where a layout puts an element. */
export interface PlacedElement {
  /** In the grid of the whole dashboard; absent where Grafana places it by itself. */
  readonly grid: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | undefined;
  readonly row: string | undefined;
  readonly repeat: string | undefined;
  readonly path: JsonPath;
}

/** The positions of the elements in a layout, and the rows and tabs that may have variables of their own. */
export interface V2Layout {
  readonly elements: ReadonlyMap<string, PlacedElement>;
  readonly sections: readonly Placed[];
}

/** Reads a layout. Rows and tabs count their places from their own top: they are put below each other. */
export function readV2Layout(layout: JsonObject, path: JsonPath, found: Found): V2Layout {
  const elements = new Map<string, PlacedElement>();
  const sections: Placed[] = [];
  readLayout(layout, path, { row: undefined, top: 0 });
  return { elements, sections };

  /** Returns where what comes below begins. */
  function readLayout(json: JsonObject, at: JsonPath, around: Section): number {
    const spec = recordOf(json['spec']);
    const below: JsonPath = [...at, 'spec'];
    switch (json['kind']) {
      case 'GridLayout':
      case 'AutoGridLayout':
        return readItems({ json: spec, path: below }, around);
      case 'RowsLayout':
        return readSections(objectsIn(spec['rows'], [...below, 'rows'], 'row', found.unread), around, true);
      case 'TabsLayout':
        return readSections(objectsIn(spec['tabs'], [...below, 'tabs'], 'tab', found.unread), around, false);
      default:
        found.unread.push({ path: at, reason: `a layout of the kind "${textOf(json['kind']) ?? ''}"` });
        return around.top;
    }
  }

  function readSections(list: Iterable<Placed>, around: Section, isRow: boolean): number {
    let { top } = around;
    for (const { json, path: at } of list) {
      const spec = recordOf(json['spec']);
      const below: JsonPath = [...at, 'spec'];
      const title = textOf(spec['title']) ?? '';
      sections.push({ json: spec, path: below });
      if (isRow) {
        const repeat = textOf(recordOf(spec['repeat'])['value']);
        found.rows.push({
          id: undefined,
          title,
          collapsed: spec['collapse'] === true,
          y: top,
          repeat,
          json: { ...spec, type: 'row' },
          path: below,
        });
      }
      top = readLayout(recordOf(spec['layout']), [...below, 'layout'], { row: title, top: isRow ? top + 1 : top });
    }
    return top;
  }

  function readItems({ json, path: at }: Placed, { row, top }: Section): number {
    let bottom = top;
    for (const item of objectsIn(json['items'], [...at, 'items'], 'item', found.unread)) {
      const spec = recordOf(item.json['spec']);
      const name = textOf(recordOf(spec['element'])['name']);
      const grid = readGrid(spec, top);
      bottom = Math.max(bottom, grid === undefined ? 0 : grid.y + grid.h);
      const place: JsonPath = [...item.path, 'spec'];
      if (name !== undefined)
        elements.set(name, { grid, row, repeat: textOf(recordOf(spec['repeat'])['value']), path: place });
    }
    return bottom;
  }
}

interface Section {
  readonly row: string | undefined;
  readonly top: number;
}

function readGrid(spec: JsonObject, top: number): PlacedElement['grid'] {
  const [x, y, w, h] = [numberOf(spec['x']), numberOf(spec['y']), numberOf(spec['width']), numberOf(spec['height'])];
  return x === undefined || y === undefined || w === undefined || h === undefined ? undefined : { x, y: y + top, w, h };
}
