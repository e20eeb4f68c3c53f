import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './diagnostics.js';

const families = 1_000;
const dashboards = 100;
const panelsPerDashboard = 10;
const perFile = 50;

const roles = ['LOCAL', 'SHADOW', 'MAIN', 'AI_LIVE'] as const;

/**
 * Writes a project of 1,000 metric families and 100 dashboards of 10 panels, which type-checks, into a folder. It
 * uses the declarations in `<folder>/dashpack`, as the users of the package do.
 */
export function writeSynthetic(folder: string): void {
  mkdirSync(join(folder, 'metrics'), { recursive: true });
  mkdirSync(join(folder, 'dashboards'));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(repository, 'tsconfig.json'),
      compilerOptions: { paths: { dashpack: ['./dashpack/index.d.ts'] }, types: [] },
      include: ['roles.ts', 'metrics', 'dashboards'],
    }),
  );
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'roles.ts'), rolesFile());
  for (let first = 0; first < families; first += perFile) {
    writeFileSync(join(folder, `metrics/m${first / perFile}.ts`), metricsFile(first));
  }
  for (let index = 0; index < dashboards; index += 1) {
    writeFileSync(join(folder, `dashboards/d${index}.ts`), dashboardFile(index));
  }
}

function rolesFile(): string {
  return [
    "import { customVariable, dashboardRef, intervalVariable, producer, role, universal, type Alive } from 'dashpack';",
    ...roles.map((name) => `export const ${name} = role('${name}');`),
    "export const up = universal('up', 'gauge', { help: 'Up.' });",
    ...roles.map(
      (name) =>
        `export const p${name} = producer('p_${name}', { port: 1, scrapedBy: [${name}], scrapeInterval: '5s', alive: (): Alive => up.on(${name})() });`,
    ),
    "export const interval = intervalVariable('interval', ['1m', '5m']);",
    "export const mode = customVariable('mode', ['shadow', 'live'], { multi: true });",
    "export const home = dashboardRef({ uid: 'home', title: 'Home', folder: 'x' });",
  ].join('\n');
}

const openLabels = ['route', 'queue', 'region', 'tenant', 'shard'] as const;

/** Three kinds of families, with labels that differ from one to the next. */
function metricsFile(first: number): string {
  const lines = [
    "import { anyValue, counter, gauge, histogram } from 'dashpack';",
    "import * as r from '../roles.js';",
  ];
  for (let index = first; index < first + perFile; index += 1) {
    const role = roles[index % roles.length] ?? 'LOCAL';
    const finite = Array.from({ length: 2 + (index % 5) }, (_, value) => `'v${value}'`).join(', ');
    const open = openLabels[index % openLabels.length] ?? 'route';
    const labels = `{ mode: ['shadow', 'live'], kind_${index % 7}: [${finite}], ${open}: anyValue('a') }`;
    const common = `owner: r.${role}, producer: r.p${role}, help: 'Family ${index}.', labels: ${labels}`;
    lines.push(
      index % 3 === 0
        ? `export const c${index} = counter('family_${index}_total', { ${common} });`
        : index % 3 === 1
          ? `export const g${index} = gauge('family_${index}', { ${common}, unit: 'bytes' });`
          : `export const h${index} = histogram('family_${index}_seconds', { ${common}, unit: 'seconds', buckets: [0.1, 0.5, 1, 5] });`,
    );
  }
  return lines.join('\n');
}

function dashboardFile(index: number): string {
  const used = Array.from(
    { length: panelsPerDashboard },
    (_, panel) => (index * panelsPerDashboard + panel) % families,
  );
  const files = new Set(used.map((family) => Math.floor(family / perFile)));
  const kind = (family: number): string => `${'cgh'[family % 3]}${family}`;
  const variable = used.find((family) => family % 3 === 0) ?? 0;
  const label = openLabels[variable % openLabels.length];
  return [
    "import { add, avg, byLabel, dashboard, dashboardRef, dataLink, div, gt, increase, annotation, linkTo, maxOverTime, quantileOf, query, queryVariable, rate, row, seriesLabel, share, stat, sum, timeseries, topk, zeroWhileAlive } from 'dashpack';",
    "import { home, interval, mode } from '../roles.js';",
    ...[...files].map((file) => {
      const names = used.filter((family) => Math.floor(family / perFile) === file).map(kind);
      return `import { ${names.join(', ')} } from '../metrics/m${file}.js';`;
    }),
    'void [add, avg, byLabel, dataLink, div, gt, increase, maxOverTime, quantileOf, query, rate, seriesLabel, share, stat, sum, timeseries, topk, zeroWhileAlive];',
    `const picked = queryVariable('${label}', c${variable}(), '${label}');`,
    `export default dashboard(dashboardRef({ uid: 'd${index}', title: 'Dashboard ${index}', folder: 'x' }), {`,
    '  variables: [interval, mode, picked],',
    '  links: [linkTo(home)],',
    `  annotations: [annotation('Marks', gt(sum(increase(c${variable}(), '1m')), 0), { color: 'red' })],`,
    '  rows: {',
    `    first: row('First', { ${used.slice(0, 5).map(panelOf).join(', ')} }),`,
    `    second: row('Second', { ${used.slice(5).map(panelOf).join(', ')} }),`,
    '  },',
    '});',
  ].join('\n');
}

/** A panel of one family: of each kind, several shapes. */
function panelOf(family: number): string {
  const open = openLabels[family % openLabels.length] ?? 'route';
  const finite = `kind_${family % 7}`;
  const title = `'Panel of family ${family}'`;
  const shape = family % 4;
  const metric = `${'cgh'[family % 3]}${family}`;
  if (family % 3 === 1) {
    return shape < 2
      ? `p${family}: stat(${title}, { query: avg(${metric}({ mode }), { by: ['${open}'] }), legend: '{{${open}}}' })`
      : `p${family}: timeseries(${title}, { query: sum(maxOverTime(${metric}(), interval), { without: ['instance'] }), legend: '{{${open}}} {{${finite}}}' })`;
  }
  if (family % 3 === 2) {
    return shape < 2
      ? `p${family}: timeseries(${title}, { query: quantileOf(0.95, ${metric}.bucket({ mode }), { by: ['${open}'] }), legend: 'p95 {{${open}}}', width: 24 })`
      : `p${family}: stat(${title}, { query: div(sum(rate(${metric}.sum({ ${finite}: 'v0' }))), sum(rate(${metric}.count()))) })`;
  }
  if (shape === 0) {
    return `p${family}: timeseries(${title}, { query: topk(6, sum(increase(${metric}({ mode, ${finite}: ['v0', 'v1'] }), '5m'), { by: ['${open}'] })), legend: '{{${open}}}', overrides: [byLabel('${open}', { a: { color: 'red' } })] })`;
  }
  if (shape === 1) {
    return `p${family}: stat(${title}, { query: zeroWhileAlive(sum(increase(${metric}({ mode: 'live' }), '5m'))) })`;
  }
  if (shape === 2) {
    return `p${family}: timeseries(${title}, { query: share(sum(rate(${metric}({ ${finite}: 'v1' })), { by: ['${open}'] }), sum(rate(${metric}()), { by: ['${open}'] })), legend: '{{${open}}}', links: [dataLink(home, { set: { x: seriesLabel('${open}') } })] })`;
  }
  return `p${family}: timeseries(${title}, { queries: [query(sum(rate(${metric}(), interval)), { legend: 'all' }), query(add(sum(rate(${metric}())), 1), { legend: 'more' })] })`;
}
