import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { repository, runScript, writeTree } from './tree.js';

interface Rule {
  readonly name: string;
  readonly comment: string;
}

const { default: configuration }: { readonly default: { readonly forbidden: readonly Rule[] } } = await import(
  pathToFileURL(join(repository, '.dependency-cruiser.mjs')).href
);
const { name, exports } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));

/** A small project in which every arrow is right. */
const clean = {
  'package.json': JSON.stringify({ name, exports, type: 'module', devDependencies: { commander: '*', vitest: '*' } }),
  'dashpack.config.ts': "export { a } from './src/packs/a.js';",
  'src/index.ts': "export { dashboard } from './core/dashboard/dashboard.js';",
  'src/panels/index.ts': "export { tile } from './tile.js';",
  'src/panels/tile.ts': "import { dashboard } from 'dashpack'; export const tile = dashboard;",
  'src/cli/main.ts':
    "import { readFileSync } from 'node:fs'; import { Command } from 'commander'; import { ask } from '../core/live/ask.js'; import { write } from '../core/emit/write.js'; export const main = [readFileSync, Command, ask, write];",
  'src/core/model/finding.ts': 'export type Finding = string;',
  'src/core/model/position.ts': "import type { Finding } from './finding.js'; export type Position = Finding;",
  'src/core/dashboard/dashboard.ts':
    "import type { Position } from '../model/position.js'; export const dashboard: Position = '';",
  'src/core/emit/write.ts':
    "import fs from 'node:fs'; import type { Position } from '../model/position.js'; export const write = (p: Position) => fs.writeFileSync(p, p);",
  'src/core/live/ask.ts':
    "import http from 'node:http'; import type { Finding } from '../model/finding.js'; export const ask = (f: Finding) => http.get(f);",
  'src/packs/a.ts': "import { one } from '../dashboards/a/one.js'; export const a = one;",
  'src/dashboards/a/one.ts':
    "import { dashboard } from 'dashpack'; import { tile } from 'dashpack/panels'; import { up } from '../../datasources/a/up.js'; export const one = [dashboard, tile, up];",
  'src/datasources/a/up.ts': "import { dashboard } from 'dashpack'; export const up = dashboard;",
  'node_modules/commander/package.json': '{ "name": "commander", "main": "index.js" }',
  'node_modules/commander/index.js': 'exports.Command = class {};',
  'node_modules/vitest/package.json': '{ "name": "vitest", "main": "index.js" }',
  'node_modules/vitest/index.js': '',
};

/** Rule, the file that breaks it, and a line that does. Every file of the clean project that is named gets the line added. */
const wrong: readonly (readonly [rule: string, file: string, line: string])[] = [
  ['model-imports', 'src/core/model/finding.ts', "export type { ask } from '../live/ask.js';"],
  ['model-imports', 'src/core/model/finding.ts', "export type A = typeof import('../live/ask.js');"],
  ['model-imports', 'src/core/model/finding.ts', "import { sep } from 'node:path'; export const s = sep;"],
  ['dashboard-imports', 'src/core/dashboard/dashboard.ts', "import type { write } from '../emit/write.js';"],
  ['dashboard-imports', 'src/core/dashboard/dashboard.ts', "await import('../live/ask.js');"],
  ['emit-imports', 'src/core/emit/write.ts', "import { dashboard } from '../dashboard/dashboard.js';"],
  ['live-imports', 'src/core/live/ask.ts', "import type { write } from '../emit/write.js';"],
  ['promql-imports', 'src/core/promql/print.ts', "import '../panel/panel.js';"],
  ['promql-imports', 'src/core/promql/print.ts', "import '../catalog/metric.js';"],
  ['query-imports', 'src/core/query/sum.ts', "import '../panel/panel.js';"],
  ['text-imports', 'src/core/text/nearest.ts', "import '../model/finding.js';"],
  ['exposition-imports', 'src/core/exposition/page.ts', "import '../lint/run.js';"],
  ['built-imports', 'src/core/built/build.ts', "import '../lint/run.js';"],
  ['document-imports', 'src/core/document/read.ts', "import '../lint/run.js';"],
  ['diff-imports', 'src/core/diff/compare.ts', "import '../lint/run.js';"],
  ['catalog-imports', 'src/core/catalog/metric.ts', "import '../dashboard/dashboard.js';"],
  ['panel-imports', 'src/core/panel/panel.ts', "import '../dashboard/dashboard.js';"],
  ['pack-imports', 'src/core/pack/pack.ts', "import '../live/ask.js';"],
  ['pack-without-disk', 'src/core/pack/pack.ts', "import '../emit/write.js';"],
  ['rule-imports', 'src/core/rule/alert.ts', "import '../pack/pack.js';"],
  ['sql-imports', 'src/core/sql/query.ts', "import '../panel/panel.js';"],
  ['stack-imports', 'src/core/stack/stack.ts', "import '../pack/pack.js';"],
  ['exporter-imports', 'src/core/exporter/run/run.ts', "import '../../dashboard/dashboard.js';"],
  ['public-api-without-servers', 'src/index.ts', "import './core/exporter/run/run.js';"],
  ['files-only-in-emit-and-cli', 'src/core/exporter/run/run.ts', "import 'node:fs';"],
  ['lint-imports', 'src/core/lint/run.ts', "import '../live/ask.js';"],
  ['report-imports', 'src/core/report/text.ts', "import '../lint/run.js';"],
  ['simulate-imports', 'src/core/simulate/run.ts', "import '../dashboard/dashboard.js';"],
  ['inspect-imports', 'src/core/inspect/gates.ts', "import '../panel/panel.js';"],
  ['core-room-is-known', 'src/cli/main.ts', "import '../core/attic/box.js';"],
  ['core-not-to-content', 'src/core/dashboard/dashboard.ts', "import '../../dashboards/a/one.js';"],
  ['core-not-to-content', 'src/core/dashboard/dashboard.ts', "import type { tile } from 'dashpack/panels';"],
  ['core-not-to-content', 'src/cli/main.ts', "import '../datasources/a/up.js';"],
  ['core-not-to-public-api', 'src/core/emit/write.ts', "import 'dashpack';"],
  ['not-to-cli', 'src/core/emit/write.ts', "import type { main } from '../../cli/main.js';"],
  ['not-to-cli', 'src/index.ts', "export { main } from './cli/main.js';"],
  ['public-api-without-servers', 'src/index.ts', "export { ask } from './core/live/ask.js';"],
  ['dashboards-without-simulation', 'src/index.ts', "export { run } from './core/simulate/run.js';"],
  ['content-imports', 'src/dashboards/a/one.ts', "import type { Finding } from '../../core/model/finding.js';"],
  ['content-imports', 'src/dashboards/a/one.ts', "import '../../datasources/b/other.js';"],
  ['content-imports', 'src/dashboards/a/one.ts', "import { Command } from 'commander';"],
  ['content-imports', 'src/dashboards/a/one.ts', "import '../../panels/tile.js';"],
  ['content-by-package-name', 'src/dashboards/a/one.ts', "import '../../index.js';"],
  ['panels-imports', 'src/panels/tile.ts', "import '../core/dashboard/dashboard.js';"],
  ['panels-imports', 'src/panels/tile.ts', "import '../datasources/a/up.js';"],
  ['panels-by-package-name', 'src/panels/tile.ts', "import '../index.js';"],
  ['network-only-in-live', 'src/cli/main.ts', "import 'node:https';"],
  ['network-only-in-live', 'src/core/emit/write.ts', "import 'net';"],
  ['network-only-in-live', 'src/core/dashboard/dashboard.ts', "import type { Agent } from 'undici';"],
  ['files-only-in-emit-and-cli', 'src/core/dashboard/dashboard.ts', "import 'node:fs/promises';"],
  ['files-only-in-emit-and-cli', 'src/core/live/ask.ts', "import { readFileSync } from 'fs';"],
  ['process-only-in-cli', 'src/core/emit/write.ts', "import { hostname } from 'node:os';"],
  ['process-only-in-cli', 'src/core/dashboard/dashboard.ts', "import { argv } from 'node:process';"],
  ['command-line-packages-only-in-cli', 'src/core/emit/write.ts', "import { Command } from 'commander';"],
  ['not-to-tests', 'src/core/emit/write.ts', "import '../../../tests/helper.js';"],
  ['not-to-tests', 'src/core/emit/write.ts', "import { test } from 'vitest';"],
  ['no-cycle', 'src/core/model/finding.ts', "import type { Position } from './position.js';"],
  ['no-orphan', 'src/core/model/forgotten.ts', 'export type Forgotten = 1;'],
  ['core-is-reached', 'src/core/live/forgotten.ts', "export { ask } from './ask.js';"],
  ['content-is-listed', 'src/dashboards/a/two.ts', "export { up } from '../../datasources/a/up.js';"],
  ['resolvable', 'src/core/emit/write.ts', "import './nowhere.js';"],
  ['declared-package', 'src/core/emit/write.ts', "import 'undeclared';"],
];

/** What some of the lines above lead to. */
const targets = {
  'src/core/attic/box.ts': "export type { Finding } from '../model/finding.js';",
  'src/core/lint/run.ts': '',
  'src/core/panel/panel.ts': '',
  'src/datasources/b/other.ts': '',
  'tests/helper.ts': '',
  'node_modules/undeclared/package.json': '{ "name": "undeclared", "main": "index.js" }',
  'node_modules/undeclared/index.js': '',
};

/** The rules that a project breaks, each with the files that break it. */
function checkLayers(files: Readonly<Record<string, string>>): {
  readonly code: number | null;
  readonly broken: readonly string[];
  readonly printed: string;
} {
  const { code, printed } = runScript('layers/run.mjs', [writeTree(files)]);
  const broken = [...printed.matchAll(/^ *error (\S+): (\S+)/gm)].map(([, rule, file]) => `${rule} ${file}`);
  return { code, broken, printed };
}

describe('who may import whom', () => {
  test('a project in which every arrow is right passes', () => {
    const { code, printed } = checkLayers(clean);
    expect({ code, printed }).toEqual({
      code: 0,
      printed: 'layers: 12 modules, 19 arrows, none the wrong way, no circle of rooms\n',
    });
  });

  test('every wrong arrow is named, with the file that draws it', () => {
    const files: Record<string, string> = { ...clean, ...targets };
    for (const [, file, line] of wrong) files[file] = `${files[file] ?? ''}\n${line}`;
    const { code, broken } = checkLayers(files);
    const missed = wrong.filter(([rule, file]) => !broken.includes(`${rule} ${file}`));
    expect({ code, missed }).toEqual({ code: 1, missed: [] });
  });

  test('every rule is in the table above', () => {
    const names = configuration.forbidden.map((rule) => rule.name);
    expect([...new Set(wrong.map(([rule]) => rule))].toSorted()).toEqual(names.toSorted());
  });

  test('every rule says why', () => {
    expect(configuration.forbidden.filter(({ comment }) => comment.length < 30)).toEqual([]);
  });

  test('a check that missed a module fails', () => {
    const { code, printed } = checkLayers({ ...clean, 'src/node_modules/hidden.ts': '' });
    expect({ code, printed }).toEqual({
      code: 1,
      printed: 'layers: saw 12 of the 13 TypeScript files under src/, so nothing is proven\n',
    });
  });

  test('a check that saw no module fails', () => {
    const { code, printed } = checkLayers({ 'package.json': '{}', 'src/notes.txt': '' });
    expect({ code, printed }).toEqual({
      code: 1,
      printed: 'layers: saw 0 of the 0 TypeScript files under src/, so nothing is proven\n',
    });
  });
});
