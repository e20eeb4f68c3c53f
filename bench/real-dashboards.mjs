// Real dashboards in any number: copies of those below some folders, each with other titles, uids and numbers in its
// queries, so that no two queries are the same.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** The dashboards in the files below a folder. */
export function findDashboards(folder) {
  return readdirSync(resolve(folder), { recursive: true })
    .filter((name) => name.endsWith('.json') && basename(name) !== 'manifest.json')
    .map((name) => join(resolve(folder), name))
    .filter((path) => statSync(path).isFile())
    .map((path) => JSON.parse(readFileSync(path, 'utf8')))
    .filter((json) => Array.isArray(json.panels));
}

/** A copy with other names and numbers, and as many panels as it takes to be of the size. */
export function copyOf(source, index, size) {
  const dashboard = structuredClone(source);
  dashboard.uid = `${source.uid ?? 'none'}-${index}`.slice(-40);
  dashboard.title = `${source.title} ${index}`;
  const times = Math.max(1, Math.round(size / JSON.stringify(source, null, 2).length));
  const height = Math.max(...source.panels.map(({ gridPos }) => (gridPos?.y ?? 0) + (gridPos?.h ?? 0)));
  dashboard.panels = Array.from({ length: times }, (_, turn) =>
    structuredClone(source.panels).map((panel) => vary(panel, index * 1000 + turn, turn * height)),
  ).flat();
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}

function vary(panel, number, y) {
  const moved =
    panel.gridPos === undefined ? panel : { ...panel, gridPos: { ...panel.gridPos, y: panel.gridPos.y + y } };
  return {
    ...moved,
    ...(panel.id === undefined ? {} : { id: (panel.id + number * 7919) % 2 ** 31 }),
    title: `${panel.title ?? ''} ${number}`,
    ...(panel.panels === undefined ? {} : { panels: panel.panels.map((inner) => vary(inner, number, y)) }),
    ...(panel.targets === undefined
      ? {}
      : {
          targets: panel.targets.map((target) =>
            target.expr === undefined ? target : { ...target, expr: `(${target.expr}) * ${number + 1}` },
          ),
        }),
  };
}
