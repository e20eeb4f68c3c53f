import { panelTypeOf } from '../../model/panel-types.js';
import type { ReadPanel } from '../../document/read-dashboard.js';

/** True where a panel shows the numbers of its queries. */
export function showsNumbers({ type }: ReadPanel): boolean {
  return panelTypeOf(type)?.numbers === true;
}

/** True where a panel is empty without a query. */
export function needsQuery({ type }: ReadPanel): boolean {
  return panelTypeOf(type)?.queries === 'needed';
}

/** True where a panel speaks for itself, so that it needs neither a title nor a description. */
export function speaksForItself({ type }: ReadPanel): boolean {
  return panelTypeOf(type)?.shows === 'words';
}

/** True where a panel is defined elsewhere: of a library panel, the file may hold nothing but the reference. */
export function isLibraryPanel({ json }: ReadPanel): boolean {
  return json['libraryPanel'] !== undefined && json['libraryPanel'] !== null;
}
