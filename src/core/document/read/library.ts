import type { JsonPath } from '../json-path.js';
import { readClassicPanel } from './classic.js';
import { createFound, type Placed } from './found.js';
import { limits } from './limits.js';
import type { Reading } from './reading.js';
import { isRecord, textOf } from './values.js';

/** Reads panels of a library: a dashboard of its own form, which has nothing but panels. Always true: they are read. */
export function readLibraryPanels(models: readonly Placed[], path: JsonPath, reading: Reading): true {
  const found = createFound();
  for (const { json, path: place } of models.slice(0, limits.items)) {
    const model = isRecord(json['model']) ? { json: json['model'], path: [...place, 'model'] } : { json, path: place };
    found.panels.push(readClassicPanel(model, { found, models: new Map(), row: undefined }));
  }
  if (models.length > limits.items)
    found.unread.push({ path, reason: `more than ${limits.items} panels: the rest is not read` });
  const [first] = models;
  reading.dashboards.push({
    form: 'library',
    uid: undefined,
    title: (models.length === 1 ? textOf(first?.json['title']) : undefined) ?? 'library panels',
    schemaVersion: undefined,
    panels: found.panels,
    rows: [],
    unread: found.unread,
    variables: [],
    annotations: [],
    links: [],
    queries: found.panels.flatMap(({ queries }) => queries),
    json: {},
    path,
  });
  return true;
}
