import { Failure } from '../../core/model/failure.js';
import { nearest } from '../../core/text/nearest.js';
import { explainMetrics, printMetric } from '../explain/explain-metric.js';
import { explainPage } from '../explain/explain-page.js';
import { explainPanels, printPanel } from '../explain/explain-panel.js';
import { explainRules, printRule } from '../explain/explain-rule.js';
import type { ExplainOptions } from '../explain/options.js';
import { seriesNames, type Lineage, type PackLineage } from '../explain/lineage.js';
import { loadPacks } from '../config/load-packs.js';
import type { Host } from '../host.js';
import { watchInterruption, type Interruption } from '../interruption.js';
import { nothing, type Outcome } from '../outcome.js';
import { count } from '../print-list.js';

/**
 * `dashpack explain`: a metric's lineage, a rule's query and tests, a panel's queries, or the page of a finding, for
 * which no configuration is needed.
 *
 * @param subject the id of a finding; the name of a metric or of one of its series; the name of a rule; the title, key or id of a panel
 * @throws Failure with the nearest names, where nothing is called that
 */
export async function explain(subject: string, options: ExplainOptions, host: Host): Promise<Outcome> {
  const page = explainPage(subject, host.home);
  if (page !== undefined) return { ...nothing, report: page.text, data: { subject, page } };
  const interruption = watchInterruption(host.events);
  try {
    const { lineage, problems } = await readLineage(options, host, interruption);
    const metrics = explainMetrics(subject, lineage);
    const panels = explainPanels(subject, lineage);
    const rules = explainRules(subject, lineage);
    if (metrics.length + panels.length + rules.length === 0) throw unknownSubject(subject, lineage);
    return {
      ...nothing,
      report: [...metrics.map(printMetric), ...rules.map(printRule), ...panels.map(printPanel)].join('\n'),
      summary: problems === 0 ? '' : `The packs have ${count(problems, 'problem')}: dashpack check lists them.\n`,
      data: { subject, metrics, rules, panels },
    };
  } finally {
    interruption.stop();
  }
}

async function readLineage(
  options: ExplainOptions,
  host: Host,
  interruption: Interruption,
): Promise<{ readonly lineage: Lineage; readonly problems: number }> {
  const { dashboard: uid } = options;
  const loading = loadPacks(options, host, interruption);
  const [{ packs, places }, { buildPacks }] = await Promise.all([loading, import('../build-packs.js')]);
  const all = packs.map((pack) => ({
    pack,
    dashboards: [] as PackLineage['dashboards'][number][],
    rules: [] as PackLineage['rules'][number][],
  }));
  const findings = await buildPacks(packs, packs, places, interruption, {
    dashboard({ pack, facts }) {
      all.find((each) => each.pack === pack)?.dashboards.push(facts);
    },
    rules({ pack, facts }) {
      all.find((each) => each.pack === pack)?.rules.push(...facts);
    },
  });
  return { lineage: { packs: uid === undefined ? all : narrow(all, uid), places }, problems: findings.length };
}

function narrow(packs: readonly PackLineage[], uid: string): readonly PackLineage[] {
  const known = packs.flatMap(({ dashboards }) => dashboards.map(({ ref }) => ref.uid));
  if (!known.includes(uid)) {
    const meant = nearest(uid, known);
    throw new Failure(`no dashboard has the uid "${uid}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`, {
      next:
        known.length === 0 ? 'list a dashboard in the pack' : `use --dashboard with ${known.slice(0, 8).join(', ')}`,
    });
  }
  return packs.map(({ pack, dashboards }) => ({
    pack,
    dashboards: dashboards.filter(({ ref }) => ref.uid === uid),
    rules: [],
  }));
}

function unknownSubject(subject: string, { packs }: Lineage): Failure {
  const names = packs.flatMap(({ pack, dashboards, rules }) => [
    ...pack.metrics.flatMap(({ family }) => [family.name, ...seriesNames(family)]),
    ...rules.map(({ name }) => name),
    ...dashboards.flatMap(({ panels }) => panels.flatMap(({ title, key }) => [title, key])),
  ]);
  const similar = findSimilar(subject, [...new Set(names)]);
  const hint = similar.length === 0 ? '' : `; near are ${similar.map((name) => JSON.stringify(name)).join(', ')}`;
  return new Failure(`no metric, no rule and no panel is called ${JSON.stringify(subject)}${hint}`, {
    next: similar[0] === undefined ? 'dashpack explain --help' : `dashpack explain ${quote(similar[0])}`,
  });
}

/** Up to five names that contain the subject, after the one that is spelt most like it. */
function findSimilar(subject: string, names: readonly string[]): readonly string[] {
  const part = subject.toLowerCase();
  const containing = names.filter((name) => name.toLowerCase().includes(part));
  return [...new Set([nearest(subject, names) ?? [], ...containing].flat())].slice(0, 5);
}

function quote(name: string): string {
  return /^[\w-]+$/.test(name) ? name : `'${name.replaceAll("'", String.raw`'\''`)}'`;
}
