// Writes docs/checks/README.md, the list of all checks, from the registry.
//
//   node scripts/check-index.mjs [--check]
//
// With --check nothing is written, and the exit code is 1 where the list is not what the registry says.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');
const target = join(root, 'docs/checks/README.md');

/** The groups, in the order of the list, and what their checks look at. */
const GROUPS = {
  read: 'The file itself',
  promql: 'Queries, of dashboards and of rules',
  datasource: 'Datasources and their variables',
  panel: 'Panels',
  variable: 'Variables',
  dashboard: 'Dashboards',
  rule: 'Alert and recording rules of Prometheus',
  lint: 'The run itself',
};

const list = await format(printIndex(await loadChecks()), { ...(await resolveConfig(target)), parser: 'markdown' });
const isCurrent = existsSync(target) && readFileSync(target, 'utf8') === list;
if (!process.argv.includes('--check')) {
  if (!isCurrent) writeFileSync(target, list);
} else if (!isCurrent) {
  console.error(
    'check-index: docs/checks/README.md is not what the registry says\n  next: node scripts/check-index.mjs',
  );
  process.exitCode = 1;
}

function printIndex(checks) {
  const unknown = checks.find(({ id }) => !(groupOf(id) in GROUPS));
  if (unknown !== undefined) throw new Error(`the group of ${unknown.id} has no title: add it to GROUPS`);
  const sections = Object.entries(GROUPS).map(([group, title]) => {
    const rows = checks
      .filter(({ id }) => groupOf(id) === group)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${sentence(summary)} |`);
    return `## ${title}\n\n| check | severity | finds |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const intro =
    'Every check has a page that says why, with an example that a test executes. *error*: certainly wrong; *warning*: probably wrong; *note*: style.\n\n' +
    '`node scripts/check-index.mjs` writes this list.';
  return `# Checks\n\n${checks.length} kinds of findings. ${intro}\n\n${sections.join('\n')}`;
}

function sentence(text) {
  return (text.charAt(0).toUpperCase() + text.slice(1)).replaceAll('|', '\\|');
}

function groupOf(id) {
  return id.slice(0, id.indexOf('/'));
}

/** The checks of the registry, and the problems of files. */
async function loadChecks() {
  const contents =
    "export { checks } from './src/core/lint/checks/index.ts'; export { readProblemList } from './src/core/lint/read/read-problem.ts';";
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { checks, readProblemList } = await import(`data:text/javascript;base64,${code}`);
  return [...checks, ...readProblemList, ...readOwn()];
}

/** What the command itself finds: it has pages, but no checks. */
function readOwn() {
  const folder = join(root, 'docs/checks/lint');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => {
    const page = readFileSync(join(folder, file), 'utf8');
    const [, severity = ''] = /^Severity: (\w+)/m.exec(page) ?? [];
    const [, summary = ''] = /^Severity: .*\n\n(.*?)(?:\.\s|\.?$)/m.exec(page) ?? [];
    return { id: `lint/${file.slice(0, -'.md'.length)}`, severity, summary };
  });
}
