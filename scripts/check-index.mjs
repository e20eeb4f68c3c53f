// Writes from the registry: docs/checks/README.md, the list of all checks, and the options of those that have some, in
// their pages and in docs/guides/lint.md. Writes from the pages: docs/build/README.md, what a build finds.
//
//   node scripts/check-index.mjs [--check]
//
// With --check nothing is written, and the exit code is 1 where the list is not what the registry says.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');
const target = join(root, 'docs/checks/README.md');
const buildTarget = join(root, 'docs/build/README.md');
const guide = join(root, 'docs/guides/lint.md');

/** The groups, in the order of the list, and what their checks look at. */
const GROUPS = {
  read: 'The file itself',
  promql: 'Queries, of dashboards and of rules',
  logql: 'Queries to Loki',
  datasource: 'Datasources and their variables',
  panel: 'Panels',
  variable: 'Variables',
  dashboard: 'Dashboards',
  rule: 'Alert and recording rules of Prometheus',
  house: 'Styles of a house: off until they are turned on',
  lint: 'The run itself',
};

/** The groups of what a build alone finds. */
const BUILD_GROUPS = {
  catalog: 'Metrics and their owners',
  promql: 'Queries',
  datasource: 'Roles and datasources',
  panel: 'Panels',
  dashboard: 'Dashboards',
  rule: 'Alert and recording rules',
  pack: 'Packs',
  stack: 'Stacks',
};

const everyCheck = await loadChecks();
const files = new Map([
  [target, printIndex(everyCheck)],
  [buildTarget, printBuildIndex(everyCheck)],
]);
for (const { id, options } of everyCheck) {
  const page = join(root, 'docs/checks', `${id}.md`);
  if (options !== undefined && existsSync(page))
    files.set(page, withOptions(readFileSync(page, 'utf8'), options.shape));
}
files.set(guide, withAllOptions(readFileSync(guide, 'utf8'), everyCheck));
for (const [file, text] of files) {
  const wanted = await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue;
  if (!process.argv.includes('--check')) writeFileSync(file, wanted);
  else {
    console.error(
      `check-index: ${relative(root, file)} is not what the registry says\n  next: node scripts/check-index.mjs`,
    );
    process.exitCode = 1;
  }
}

/** The guide with the options of all checks. */
function withAllOptions(text, checks) {
  const rows = checks
    .filter(({ options }) => options !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, options }) => {
      const names = Object.entries(options.shape).map(
        ([name, { initial }]) => `\`${name}\` (\`${JSON.stringify(initial)}\`)`,
      );
      return `| [${id}](../checks/${id}.md) | ${names.join(', ')} |`;
    });
  const [before, after] = text.split(/^### Options of checks$/m);
  const [, rest] = /^(## [\s\S]*)$/m.exec(after);
  return `${before}### Options of checks\n\n| check | options, with what holds where they are not given |\n| --- | --- |\n${rows.join('\n')}\n\n${rest}`;
}

/** A page with its options at the end. */
function withOptions(page, shape) {
  const rows = Object.entries(shape).map(
    ([name, { says, allowed, initial }]) =>
      `| \`${name}\` | ${cell(sentence(says))} | ${cell(allowed)} | \`${JSON.stringify(initial)}\` |`,
  );
  const [before] = page.split(/^## Options$/m);
  return `${before.trimEnd()}\n\n## Options\n\n| option | says | is | default |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function printIndex(checks) {
  const unknown = checks.find(({ id }) => !(groupOf(id) in GROUPS));
  if (unknown !== undefined) throw new Error(`the group of ${unknown.id} has no title: add it to GROUPS`);
  const sections = Object.entries(GROUPS).map(([group, title]) => {
    const rows = checks
      .filter(({ id }) => groupOf(id) === group)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(
        ({ id, severity, summary, isOff }) =>
          `| [${id}](${id}.md) | ${severity}${isOff ? ', off' : ''} | ${sentence(summary)} |`,
      );
    return `## ${title}\n\n| check | severity | finds |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const intro =
    'Every check has a page that says why, with an example that a test executes. *error*: certainly wrong; *warning*: probably wrong; *note*: style. *off*: runs only where `severity` in the configuration, or `--only`, names it or its group.\n\n' +
    '`node scripts/check-index.mjs` writes this list.';
  return `# Checks\n\n${checks.length} kinds of findings. ${intro}\n\n${sections.join('\n')}`;
}

function printBuildIndex(checks) {
  const pages = readPages('docs/build');
  const unknown = pages.find(({ id }) => !(groupOf(id) in BUILD_GROUPS));
  if (unknown !== undefined) throw new Error(`the group of ${unknown.id} has no title: add it to BUILD_GROUPS`);
  const sections = Object.entries(BUILD_GROUPS).map(([group, title]) => {
    const rows = pages
      .filter(({ id }) => groupOf(id) === group)
      .map(({ id, text }) => {
        const [, severity, exitCode, about] = /^Severity: (\w+)\. Exit code: (\d)\.\n\n(.*)$/m.exec(text);
        return `| [${id}](${id}.md) | ${severity} | ${exitCode} | ${cell(firstSentence(about))} |`;
      });
    return `## ${title}\n\n| finding | severity | exit code | what |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const summaries = new Map(checks.map(({ id, summary }) => [id, summary]));
  const shared = readPages('docs/checks')
    .filter(({ text }) => /^## In build$/m.test(text))
    .map(
      ({ id }) => `| [${id}](../checks/${id}.md#in-build) | ${sentence(summaries.get(id) ?? '').replace(/\.$/, '')} |`,
    );
  const intro =
    'Types see most mistakes; `dashpack build` and `dashpack check` find the rest before anything is written: what recipes and computed values hide from the compiler, what the checked template says as text, and what concerns a pack as a whole. Every finding has a page with an example that a test executes; `dashpack explain <id>` shows it. Exit code 2 is a mistake of the configuration, 1 one of a panel, rule or stack.\n\n' +
    '`node scripts/check-index.mjs` writes this list.';
  const lint =
    '## What the linter finds as well\n\nThe same id means the same mistake. What a build finds of it, and how, stands on the page of the check. Besides, a build runs the checks of severity error on every dashboard that has changed.\n\n';
  return `# What build finds\n\n${pages.length + shared.length} kinds of findings. ${intro}\n\n${sections.join('\n')}\n${lint}| finding | what |\n| --- | --- |\n${shared.join('\n')}\n`;
}

/** The pages below a folder with folders of them, sorted by id. */
function readPages(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('/') && file.endsWith('.md'))
    .map((file) => ({ id: file.slice(0, -'.md'.length), text: readFileSync(join(root, folder, file), 'utf8') }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function firstSentence(text) {
  return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/[.:]$/, '') ?? text;
}

function sentence(text) {
  return cell(text.charAt(0).toUpperCase() + text.slice(1));
}

function cell(text) {
  return text.replaceAll(/(?<!\\)\|/g, '\\|');
}

function groupOf(id) {
  return id.slice(0, id.indexOf('/'));
}

/** The checks of the registry, and the problems of files. */
async function loadChecks() {
  const contents =
    "export { checks } from './src/core/lint/checks/index.ts'; export { readProblemList } from './src/core/document/read/read-problem.ts';";
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

/** Findings of the command itself: they have pages, but no checks. */
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
