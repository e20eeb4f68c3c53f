import type { LabelValues, MetricFamily } from '../../model/metric.js';
import type { Pack } from '../pack.js';
import type { PageFacts, Usage } from './collect.js';
import { code, counted, inline, tableOf } from './markdown.js';

/** Metrics, who uses which, and what is missing. */
export function catalogSections(pack: Pack, facts: PageFacts): readonly string[] {
  const families = pack.metrics.map(({ family }) => family);
  return [
    ...producerSection(pack),
    ...metricSection(families),
    ...usageSection(families, facts),
    ...missingSection(pack, families, facts),
  ];
}

function producerSection({ producers, targetHost }: Pack): readonly string[] {
  if (producers.length === 0) return [];
  return [
    '## Producers',
    tableOf(
      ['Job', 'Scraped at', 'Every', 'Scraped for'],
      producers.map(({ job, host, port, path, scrapeInterval, scrapedBy }) => [
        code(job),
        code(`${host ?? targetHost}:${port}${path}`),
        scrapeInterval,
        scrapedBy.join(', '),
      ]),
    ),
  ];
}

function metricSection(families: readonly MetricFamily[]): readonly string[] {
  if (families.length === 0) return [];
  return [
    '## Metrics',
    tableOf(
      ['Metric', 'Type', 'Unit', 'Owner', 'Producer', 'Labels'],
      families.map((family) => [
        code(family.name),
        family.type,
        family.unit ?? '',
        family.owners.join(', ') || 'whoever is asked',
        producerOf(family),
        Object.entries(family.labels).map(labelOf).join(', '),
      ]),
    ),
  ];
}

function producerOf({ origin, producers = [], missing }: MetricFamily): string {
  if (missing !== undefined) return `nobody yet: ${missing.producer.job} should export it`;
  if (origin === 'recorded') return 'a recording rule';
  return origin === 'universal' ? 'every Prometheus' : producers.map(({ job }) => job).join(', ');
}

function labelOf([name, values]: readonly [string, LabelValues]): string {
  return values.kind === 'finite' ? `${code(name)} (${values.values.length})` : code(name);
}

function usageSection(families: readonly MetricFamily[], { usage, dashboards, hasRoom }: PageFacts): readonly string[] {
  const titles = new Map(dashboards.map(({ uid, title }) => [uid, title]));
  const used = families.flatMap((family) => {
    const of = usage.get(family.name);
    return of === undefined ? [] : [[family.name, of] as const];
  });
  if (used.length === 0) return [];
  return ['## What uses which metric', ...used.map(([name, of]) => usageOf(name, of, titles, hasRoom))];
}

function usageOf(
  name: string,
  { dashboards, rules }: Usage,
  titles: ReadonlyMap<string, string>,
  hasRoom: boolean,
): string {
  const lines = [...dashboards].map(([uid, panels]) => {
    const list = hasRoom ? `: ${panels.map(inline).join('; ')}` : '';
    return `- ${inline(titles.get(uid) ?? uid)}${list}`;
  });
  if (rules.length > 0) lines.push(`- rules: ${[...new Set(rules)].map(inline).join('; ')}`);
  return `${code(name)}\n\n${lines.join('\n')}`;
}

function missingSection(pack: Pack, families: readonly MetricFamily[], { usage }: PageFacts): readonly string[] {
  const lines = [
    ...families.flatMap(({ name, missing }) => {
      if (missing === undefined) return [];
      const of = usage.get(name);
      const panels = [...(of?.dashboards.values() ?? [])].reduce((sum, titles) => sum + titles.length, 0);
      const note = missing.note === undefined ? '' : ` (${inline(missing.note)})`;
      return [
        `- ${code(name)}: waiting for ${code(missing.producer.job)} to export it${note}; ${panels === 0 ? 'no panel asks it' : `${counted(panels, 'panel')} empty until then`}.`,
      ];
    }),
    ...pack.rules.flatMap(({ name, offBecause }) =>
      offBecause === undefined ? [] : [`- ${code(name)}: no server loads it. ${inline(offBecause)}`],
    ),
    ...families
      .filter(({ name, missing, origin }) => missing === undefined && origin === 'exported' && !usage.has(name))
      .map(({ name }) => `- ${code(name)}: no panel and no rule uses it.`),
  ];
  return lines.length === 0 ? [] : ['## What is missing', lines.join('\n')];
}
