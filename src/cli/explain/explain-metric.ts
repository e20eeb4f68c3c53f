import type { LabelValues, MetricFamily } from '../../core/model/metric.js';
import { count } from '../print-list.js';
import {
  boundRole,
  explainQuery,
  nameDashboard,
  namePanel,
  place,
  seriesNames,
  type BoundRole,
  type ExplainedQuery,
  type Lineage,
  type NamedDashboard,
  type NamedPanel,
  type PackLineage,
} from './lineage.js';

/** A metric family, where it comes from and who asks it. */
export interface MetricExplanation {
  readonly kind: 'metric';
  readonly pack: string;
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly unit?: string;
  readonly place: string | undefined;
  readonly series: readonly string[];
  readonly labels: Readonly<Record<string, LabelValues>>;
  readonly buckets?: readonly number[];
  readonly origin: MetricFamily['origin'];
  /** The default first. */
  readonly owners: readonly BoundRole[];
  readonly producer?: {
    readonly job: string;
    readonly port: number;
    readonly path: string;
    readonly scrapeInterval: string;
    readonly scrapedBy: readonly BoundRole[];
    readonly note?: string;
  };
  readonly uses: readonly MetricUse[];
}

/** The queries of one panel, variable or annotation that ask the family. */
export interface MetricUse {
  readonly dashboard: NamedDashboard;
  readonly panel?: NamedPanel;
  /** What asks, where it is no panel: `variable "mode"`. */
  readonly subject?: string;
  readonly queries: readonly ExplainedQuery[];
}

/** Explains every family that has the name, or a series of that name. */
export function explainMetrics(name: string, { packs, places }: Lineage): readonly MetricExplanation[] {
  return packs.flatMap((lineage) =>
    [...new Set(lineage.pack.metrics.map(({ family }) => family))]
      .filter((family) => family.name === name || seriesNames(family).includes(name))
      .map((family) => explain(family, lineage, places)),
  );
}

function explain(family: MetricFamily, lineage: PackLineage, places: Lineage['places']): MetricExplanation {
  const { pack } = lineage;
  const { name, type, help, unit, labels, buckets, origin, owners, producer, position } = family;
  return {
    kind: 'metric',
    pack: pack.name,
    name,
    type,
    help,
    ...(unit === undefined ? {} : { unit }),
    place: place(places, position),
    series: seriesNames(family),
    labels,
    ...(buckets === undefined ? {} : { buckets }),
    origin,
    owners: owners.map((role) => boundRole(pack, role)),
    ...(producer === undefined
      ? {}
      : {
          producer: {
            job: producer.job,
            port: producer.port,
            path: producer.path,
            scrapeInterval: producer.scrapeInterval,
            scrapedBy: producer.scrapedBy.map((role) => boundRole(pack, role)),
            ...(producer.note === undefined ? {} : { note: producer.note }),
          },
        }),
    uses: findUses(name, lineage, places),
  };
}

function findUses(name: string, { pack, dashboards }: PackLineage, places: Lineage['places']): readonly MetricUse[] {
  return dashboards.flatMap((facts) => {
    const dashboard = nameDashboard(places, facts);
    const panels = facts.panels.map((panel): MetricUse => ({
      dashboard,
      panel: namePanel(places, panel),
      queries: panel.queries
        .filter(({ families }) => families.includes(name))
        .map((query) => explainQuery(pack, query)),
    }));
    const others = facts.others
      .filter(({ families }) => families.includes(name))
      .map((query): MetricUse => ({ dashboard, subject: query.subject, queries: [explainQuery(pack, query)] }));
    return [...panels.filter(({ queries }) => queries.length > 0), ...others];
  });
}

/** Prints an explanation for people. */
export function printMetric(metric: MetricExplanation): string {
  const { name, type, unit, help, pack, place: declared, labels, buckets, series, producer, uses } = metric;
  const dashboards = new Set(uses.map(({ dashboard }) => dashboard.uid)).size;
  const queries = uses.reduce((sum, use) => sum + use.queries.length, 0);
  const lines = [
    `${name}: ${type}${unit === undefined ? '' : ` in ${unit}`}, pack ${pack}`,
    `  ${help}`,
    `  declared  ${declared ?? '(unknown)'}`,
    ...(type === 'histogram' ? [`  series    ${series.join(', ')}`, `  buckets   ${buckets?.join(', ')}`] : []),
    `  labels    ${printLabels(labels)}`,
    `  owner     ${printOwners(metric)}`,
    ...(producer === undefined
      ? []
      : [
          `  producer  job ${producer.job}, port ${producer.port}, ${producer.path} every ${producer.scrapeInterval}, scraped by ${producer.scrapedBy.map(printBound).join(', ')}`,
          ...(producer.note === undefined ? [] : [`            ${producer.note}`]),
        ]),
    uses.length === 0
      ? '  used by   nothing'
      : `  used by   ${queries === 1 ? '1 query' : `${queries} queries`} in ${count(dashboards, 'dashboard')}`,
    ...uses.flatMap((use, index) => [
      ...(uses[index - 1]?.dashboard.uid === use.dashboard.uid ? [] : [printDashboard(use.dashboard)]),
      ...printUse(use),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function printLabels(labels: Readonly<Record<string, LabelValues>>): string {
  const own = Object.entries(labels).map(([label, values]) => {
    if (values.kind === 'finite') return `${label} (${values.values.join(', ')})`;
    return values.examples.length === 0 ? label : `${label} (any, such as ${values.examples.join(', ')})`;
  });
  return [...own, 'job and instance, from the scrape'].join('; ');
}

function printOwners({ origin, owners }: MetricExplanation): string {
  if (origin === 'universal') return 'none: it exists on every Prometheus, and queries name the role';
  const [first, ...rest] = owners.map(printBound);
  const recorded = origin === 'recorded' ? ', recorded by a rule' : '';
  return `${[`${first}${rest.length > 0 ? ' (default)' : ''}`, ...rest].join(', ')}${recorded}`;
}

/** Prints a role with its datasource: `LOCAL → prom_local_9092`. */
export function printBound({ role, datasource }: BoundRole): string {
  return `${role} → ${datasource ?? '(not bound)'}`;
}

function printDashboard({ title, uid, place: where }: NamedDashboard): string {
  return `    ${title} (${uid})${where === undefined ? '' : `  ${where}`}`;
}

function printUse({ panel, subject, queries }: MetricUse): readonly string[] {
  const what = panel === undefined ? subject : `panel "${panel.title}"`;
  return [
    `      ${what}${panel?.place === undefined ? '' : `  ${panel.place}`}`,
    ...queries.map(
      ({ refId, expr, datasource, role }) => `        ${refId} on ${datasource ?? role}: ${shorten(expr)}`,
    ),
  ];
}

/** `explain <panel>` and JSON have the whole expression. */
function shorten(expr: string): string {
  return expr.length <= 120 ? expr : `${expr.slice(0, 119)}…`;
}
