import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const repository = join(import.meta.dirname, '../..');
const page = readFileSync(join(repository, 'docs/peak-trade/legacy-map.md'), 'utf8');
const corrections = readFileSync(join(repository, 'docs/peak-trade/corrections.md'), 'utf8');

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly panels?: readonly Panel[];
}

interface Dashboard {
  readonly uid: string;
  readonly panels: readonly Panel[];
  readonly links?: readonly { readonly title: string }[];
  readonly templating: { readonly list: readonly { readonly name: string }[] };
  readonly annotations: { readonly list: readonly { readonly name: string }[] };
}

const folder = join(repository, 'generated/peak-trade/grafana/dashboards');
const dashboards = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as Dashboard)
    .map((dashboard) => [dashboard.uid, dashboard]),
);

/** The sections of the record: a uid, and what stands below its heading. */
const sections = page
  .split('\n## ')
  .slice(1)
  .map((text): [uid: string, text: string] => [/`([^`]+)`\n/.exec(text)?.[1] ?? '', text]);

/** The cells of the tables in a text, but for heads and rules. */
function cellsIn(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/^\|(.+)\|$/gm)]
    .map(([, line = '']) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll(String.raw`\|`, '|')))
    .filter(([first = '']) => !/^(?:hand-written panel|dashboard|-+)$/.test(first));
}

/** The names that a line of a list has: `- Rows: \`a\`, \`b\``. */
function namesIn(text: string, heading: string): readonly string[] {
  const line = text.split('\n').find((each) => each.startsWith(`- ${heading}: `)) ?? '';
  return [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

test('the record has a section for each dashboard that it counts, and each of them is generated', () => {
  const [summary = ''] = page.split('\n## ');
  const counted = cellsIn(summary).map(([uid = '']) => uid.replaceAll('`', ''));
  expect(sections.map(([uid]) => uid)).toEqual(counted);
  expect(counted.filter((uid) => !dashboards.has(uid))).toEqual([]);
});

test.each(sections)('%s: what the record names is there', (uid, text) => {
  const dashboard = dashboards.get(uid);
  const all = (dashboard?.panels ?? []).flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  const panels = new Map(all.map(({ id, title }) => [String(id), title]));
  const successors = cellsIn(text);
  expect(successors.length).toBeGreaterThan(0);
  const lost = successors.filter(([title = '', , , now = '', id = '']) =>
    id === '' ? !corrections.includes(`panel "${title}"`) : panels.get(id) !== now,
  );
  const names = {
    Variables: dashboard?.templating.list.map(({ name }) => name),
    Links: dashboard?.links?.map(({ title }) => title),
    Annotations: dashboard?.annotations.list.map(({ name }) => name),
    Rows: all.filter(({ type }) => type === 'row').map(({ title }) => title),
  };
  const gone = Object.entries(names).flatMap(([kind, there = []]) =>
    namesIn(text, kind).filter((name) => !there.includes(name)),
  );
  expect({ lost, gone }).toEqual({ lost: [], gone: [] });
});
