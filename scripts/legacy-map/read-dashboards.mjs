import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The dashboards under a folder, at any depth, by uid. Other JSON is left out. */
export function readDashboards(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.json'))
    .map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')))
    .filter((json) => Array.isArray(json.panels) && typeof json.uid === 'string')
    .map(readDashboard)
    .toSorted((a, b) => (a.uid < b.uid ? -1 : 1));
}

/** A dashboard in the shape that is compared, the same for both sides. */
export function readDashboard(json) {
  const { rows, panels } = readPanels(json.panels);
  return {
    uid: json.uid,
    settings: {
      title: json.title,
      tags: json.tags ?? [],
      refresh: json.refresh ?? '',
      time: json.time,
      timezone: json.timezone,
    },
    hasDefaults: json.editable === false && json.graphTooltip === 1,
    rows,
    panels,
    variables: json.templating?.list ?? [],
    links: json.links ?? [],
    annotations: (json.annotations?.list ?? []).filter((annotation) => annotation.builtIn !== 1),
    layout: readLayout(json.panels),
  };
}

/** Rows by title, and panels with the row that they stand in. Grafana orders by place, not as the file does. */
function readPanels(all) {
  const rows = [];
  const panels = [];
  let row;
  for (const panel of all.toSorted(byPlace)) {
    if (panel.type === 'row') {
      row = panel.title;
      rows.push(row);
      for (const inner of panel.panels ?? []) panels.push(readPanel(inner, row));
    } else panels.push(readPanel(panel, row));
  }
  return { rows, panels };
}

function byPlace(a, b) {
  return (a.gridPos?.y ?? 0) - (b.gridPos?.y ?? 0) || (a.gridPos?.x ?? 0) - (b.gridPos?.x ?? 0);
}

function readPanel(panel, row) {
  const { mappings = [], thresholds, links = [], ...defaults } = panel.fieldConfig?.defaults ?? {};
  const { content, ...options } = panel.options ?? {};
  return {
    title: panel.title,
    row,
    visualisation: panel.type,
    size: `${panel.gridPos?.w}×${panel.gridPos?.h}`,
    datasource: panel.datasource?.uid,
    description: panel.description,
    text: content,
    mappings: readMappings(mappings),
    thresholds: readThresholds(thresholds),
    defaults,
    options,
    links,
    overrides: panel.fieldConfig?.overrides ?? [],
    transformations: panel.transformations ?? [],
    queries: (panel.targets ?? []).map((target) => readQuery(target, panel)),
  };
}

function readQuery(target, panel) {
  return {
    refId: target.refId,
    expr: target.expr,
    legend: target.legendFormat ?? '__auto',
    instant: target.instant === true,
    format: target.format ?? 'time_series',
    datasource: (target.datasource ?? panel.datasource)?.uid,
  };
}

/** Value mappings as text by value, such as `0=DOWN 1=UP`. What an empty tile shows is no value: the legacy has none. */
function readMappings(mappings) {
  return mappings
    .filter(({ type, options }) => type !== 'special' || options?.match !== 'null')
    .flatMap((mapping) => Object.entries(mapping.options ?? {}))
    .map(([value, { text }]) => `${value}=${text}`)
    .toSorted()
    .join(' ');
}

/** Threshold steps as colours by value, such as `green yellow@60`. The first step has no lower end, whatever it says. */
function readThresholds(thresholds) {
  return (thresholds?.steps ?? [])
    .map(({ color, value }, index) => (index === 0 ? color : `${color}@${value}`))
    .join(' ');
}

/** How many panels have no id or another's, and how many stand on another. */
function readLayout(panels) {
  const seen = new Set();
  let badIds = 0;
  for (const { id } of panels) {
    if (id === undefined || id === null || seen.has(id)) badIds += 1;
    seen.add(id);
  }
  const places = panels.map((panel) => panel.gridPos);
  const overlaps = places.filter((place, index) => places.slice(0, index).some((other) => isOver(place, other)));
  return { badIds, overlaps: overlaps.length };
}

function isOver(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
