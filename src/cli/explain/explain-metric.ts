import type { LabelValues, MetricFamily, ProducerFacts } from '../../core/model/metric.js';
import type { Pack } from '../../core/pack/pack.js';
import { count } from '../print-list.js';
import {
  boundRole,
  explainQuery,
  nameDashboard,
  namePanel,
  nameRule,
  place,
  seriesNames,
  type BoundRole,
  type ExplainedQuery,
  type Lineage,
  type NamedDashboard,
  type NamedPanel,
  type NamedRule,
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
  /** Who exports it; empty where nobody does, or where every Prometheus has it. */
  readonly producers: readonly ExplainedProducer[];
  /** Set where nobody exports it yet: who should. */
  readonly missing?: { readonly producer: ExplainedProducer; readonly note?: string };
  readonly uses: readonly MetricUse[];
  /** The alerts and recording rules that ask it. */
  readonly rules: readonly MetricRule[];
  /** The rules that write it, where it is recorded. */
  readonly recordedBy: readonly NamedRule[];
}

/** A producer with the datasources that its scrapers are bound to. */
interface ExplainedProducer {
  readonly job: string;
  readonly port: number;
  readonly path: string;
  readonly scrapeInterval: string;
  readonly scrapedBy: readonly BoundRole[];
  readonly note?: string;
}

/** The queries of one panel, variable or annotation that ask the family. */
export interface MetricUse {
  readonly dashboard: NamedDashboard;
  readonly panel?: NamedPanel;
  /** The asker, where it is not a panel: `variable "mode"`. */
  readonly subject?: string;
  readonly queries: readonly ExplainedQuery[];
}

/** A rule that asks the family, and its query. */
export interface MetricRule extends NamedRule {
  readonly query: ExplainedQuery;
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
  const { name, type, help, unit, labels, buckets, origin, owners, producers = [], missing, position } = family;
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
    producers: producers.map((producer) => explainProducer(pack, producer)),
    ...(missing === undefined
      ? {}
      : {
          missing: {
            producer: explainProducer(pack, missing.producer),
            ...(missing.note === undefined ? {} : { note: missing.note }),
          },
        }),
    uses: findUses(name, lineage, places),
    rules: lineage.rules
      .filter(({ families }) => families.includes(name))
      .map((rule) => ({ ...nameRule(places, rule), query: explainQuery(pack, rule) })),
    recordedBy: lineage.rules
      .filter((rule) => rule.kind === 'record' && rule.name === name)
      .map((rule) => nameRule(places, rule)),
  };
}

function explainProducer(pack: Pack, producer: ProducerFacts): ExplainedProducer {
  const { job, port, path, scrapeInterval, scrapedBy, note } = producer;
  return {
    job,
    port,
    path,
    scrapeInterval,
    scrapedBy: scrapedBy.map((role) => boundRole(pack, role)),
    ...(note === undefined ? {} : { note }),
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
  const { name, type, unit, help, pack, place: declared, buckets, series, producers, missing, uses, rules } = metric;
  const dashboards = new Set(uses.map(({ dashboard }) => dashboard.uid)).size;
  const queries = uses.reduce((sum, use) => sum + use.queries.length, 0);
  const lines = [
    `${name}: ${type}${unit === undefined ? '' : ` in ${unit}`}, pack ${pack}`,
    `  ${help}`,
    `  declared  ${declared ?? '(unknown)'}`,
    ...(type === 'histogram' ? [`  series    ${series.join(', ')}`, `  buckets   ${buckets?.join(', ')}`] : []),
    `  labels    ${printLabels(metric)}`,
    `  owner     ${printOwners(metric)}`,
    ...producers.flatMap((producer) => printProducer('producer', producer)),
    ...(missing === undefined ? [] : printMissing(missing)),
    ...metric.recordedBy.map((rule) => `  recorded  ${printRuleName(rule)}`),
    uses.length === 0
      ? `  used by   ${rules.length === 0 ? 'nothing' : 'no dashboard'}`
      : `  used by   ${queries === 1 ? '1 query' : `${queries} queries`} in ${count(dashboards, 'dashboard')}`,
    ...uses.flatMap((use, index) => [
      ...(uses[index - 1]?.dashboard.uid === use.dashboard.uid ? [] : [printDashboard(use.dashboard)]),
      ...printUse(use),
    ]),
    ...(rules.length === 0 ? [] : [`  rules     ${count(rules.length, 'rule')}`]),
    ...rules.flatMap((rule) => [`    ${printRuleName(rule)}`, printQuery(rule.query)]),
  ];
  return `${lines.join('\n')}\n`;
}

function printProducer(heading: string, producer: ExplainedProducer): readonly string[] {
  const { job, port, path, scrapeInterval, scrapedBy, note } = producer;
  return [
    `  ${heading.padEnd(9)} job ${job}, port ${port}, ${path} every ${scrapeInterval}, scraped by ${scrapedBy.map(printBound).join(', ')}`,
    ...(note === undefined ? [] : [`            ${note}`]),
  ];
}

function printMissing({ producer, note }: NonNullable<MetricExplanation['missing']>): readonly string[] {
  return [
    `  waiting   for a producer: nobody exports it yet, ${producer.job} should`,
    ...(note === undefined ? [] : [`            ${note}`]),
    ...printProducer('by', producer),
  ];
}

function printRuleName({ kind, name, loaded, place: where }: NamedRule): string {
  const what = `${kind === 'alert' ? 'alert' : 'recording rule'} ${name}${loaded ? '' : ' (off)'}`;
  return `${what}${where === undefined ? '' : `  ${where}`}`;
}

function printLabels({ labels, origin }: MetricExplanation): string {
  const own = Object.entries(labels).map(([label, values]) => {
    if (values.kind === 'finite') return `${label} (${values.values.join(', ')})`;
    return values.examples.length === 0 ? label : `${label} (any, such as ${values.examples.join(', ')})`;
  });
  // What a rule writes has the labels that its query leaves.
  if (origin === 'recorded') return own.join('; ') || 'none';
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
    ...queries.map((query) => printQuery(query)),
  ];
}

function printQuery({ refId, expr, datasource, role }: ExplainedQuery): string {
  return `        ${refId} on ${datasource ?? role}: ${shorten(expr)}`;
}

/** `explain <panel>` and JSON have the whole expression. */
function shorten(expr: string): string {
  return expr.length <= 120 ? expr : `${expr.slice(0, 119)}…`;
}
