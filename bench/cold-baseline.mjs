// Writes a plain CommonJS script on the raw SDK that makes the same dashboards as a built pack: what a team would have
// without dashpack. The script has the finished values in it, and calls the SDK's builders with them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The SDK's module of each panel type. */
const modules = { 'state-timeline': 'statetimeline' };

/**
 * @param {string} dashboards a folder of built dashboards
 * @param {string} script where to write the script; it takes the output folder as its argument
 */
export function writeColdBaseline(dashboards, script) {
  const files = readdirSync(dashboards, { recursive: true }).filter((file) => file.endsWith('.json'));
  const built = files.map((file) => ({ file, json: JSON.parse(readFileSync(join(dashboards, file), 'utf8')) }));
  const types = new Set(built.flatMap(({ json }) => json.panels.map((panel) => panel.type)));
  types.delete('row');
  const lines = [
    `const { mkdirSync, writeFileSync } = require('node:fs');`,
    `const { dirname, join } = require('node:path');`,
    `const { DashboardBuilder, RowBuilder } = require('@grafana/grafana-foundation-sdk/dashboard');`,
    `const { DataqueryBuilder } = require('@grafana/grafana-foundation-sdk/prometheus');`,
    ...[...types].map(
      (type) => `const ${name(type)} = require('@grafana/grafana-foundation-sdk/${modules[type] ?? type}');`,
    ),
    `function write(file, json) { const path = join(process.argv[2], file); mkdirSync(dirname(path), { recursive: true }); writeFileSync(path, JSON.stringify(json, null, 2) + '\\n'); }`,
    `function panel(builder, rest) { return { build: () => Object.assign(builder.build(), rest) }; }`,
    `function target(q) { return new DataqueryBuilder().refId(q.refId).expr(q.expr).datasource(q.datasource).editorMode(q.editorMode).legendFormat(q.legendFormat).format(q.format)[q.instant ? 'instant' : 'range'](); }`,
    ...built.map(({ file, json }) => dashboardLine(file, json)),
  ];
  mkdirSync(dirname(script), { recursive: true });
  writeFileSync(script, `${lines.join('\n')}\n`);
}

function name(type) {
  return type.replaceAll('-', '_');
}

function dashboardLine(file, json) {
  const { uid, title, tags, time, refresh, templating, annotations, links } = json;
  const panels = json.panels.map((panel) =>
    panel.type === 'row'
      ? `.withRow(new RowBuilder(${text(panel.title)}).id(${panel.id}).gridPos(${text(panel.gridPos)}))`
      : `.withPanel(${panelCode(panel)})`,
  );
  return (
    `{ const json = new DashboardBuilder(${text(title)}).uid(${text(uid)}).tags(${text(tags)}).time(${text(time)})` +
    `.refresh(${text(refresh)}).readonly()${panels.join('')}.build();` +
    ` Object.assign(json, ${text({ templating, annotations, links })}); write(${text(file)}, json); }`
  );
}

function panelCode(panel) {
  const {
    id,
    type,
    title,
    description,
    gridPos,
    datasource,
    targets = [],
    options,
    fieldConfig,
    transformations,
  } = panel;
  const source = datasource === undefined ? '' : `.datasource(${text(datasource)})`;
  const about = description === undefined ? '' : `.description(${text(description)})`;
  const queries = targets.map((target) => `.withTarget(target(${text(target)}))`).join('');
  return (
    `panel(new ${name(type)}.PanelBuilder().id(${id}).title(${text(title)})${about}.gridPos(${text(gridPos)})${source}${queries}, ` +
    `${text({ options, fieldConfig, transformations })})`
  );
}

function text(value) {
  return JSON.stringify(value);
}
