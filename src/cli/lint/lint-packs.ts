import type { DashboardNames } from '../../core/lint/check.js';
import { lintDocument } from '../../core/lint/run/lint-document.js';
import { packSource, ruleFileSource } from '../../core/lint/run/lint-pack.js';
import { readClassicDashboard } from '../../core/document/read/classic.js';
import { readRuleFile } from '../../core/document/read/rule-file.js';
import type { JsonRecord } from '../../core/document/json.js';
import type { Dashboard, DashboardLink } from '../../core/dashboard/dashboard.js';
import type { DashboardFacts } from '../../core/dashboard/facts.js';
import type { Finding } from '../../core/model/finding.js';
import { definitionOf } from '../../core/pack/build/build-pack.js';
import type { AnyDataLink } from '../../core/panel/links.js';
import type { Pack } from '../../core/pack/pack.js';
import type { RuleFacts } from '../../core/rule/facts.js';
import { buildPacks, type BuiltJson } from '../build-packs.js';
import type { Places } from '../config/places.js';
import type { Interruption } from '../interruption.js';
import type { LintSetup } from './lint-settings.js';
import { packContext } from './pack-context.js';

/**
 * Lints the dashboards and rules of packs as Grafana and Prometheus would get them; what is found stands at the lines
 * that made it.
 *
 * @returns what building the packs found: it is no matter of checks
 */
export async function lintPacks(
  packs: readonly Pack[],
  setup: LintSetup,
  places: Places,
  interruption: Interruption,
): Promise<readonly Finding[]> {
  const dashboards = await namesOf(packs);
  const contexts = new Map(packs.map((pack) => [pack, { ...setup.context, ...packContext(pack), dashboards }]));
  const files = new Set<string>();
  const findings = await buildPacks(packs, packs, places, interruption, {
    dashboard(pack, facts, artifact, json) {
      if (setup.suppressions.namesFiles) {
        for (const { position } of [facts, ...facts.panels]) files.add(places.position(position).file);
      }
      const context = contexts.get(pack);
      if (artifact === undefined || json === undefined || context === undefined) return;
      lintPackDashboard(facts, { path: artifact.path, json }, { setup, context, places });
    },
    rules(pack, facts, artifact, json) {
      if (setup.suppressions.namesFiles) for (const { position } of facts) files.add(places.position(position).file);
      const context = contexts.get(pack);
      if (artifact === undefined || json === undefined || context === undefined) return;
      lintPackRules(facts, { path: artifact.path, json }, { setup, context, places });
    },
  });
  setup.run.report(...setup.suppressions.finish({ dashboard: (uid) => dashboards.has(uid), files }));
  return findings;
}

/** What linting takes, and where its findings go. */
interface LintTools {
  readonly setup: LintSetup;
  readonly context: LintSetup['context'];
  readonly places: Places;
}

/** A dashboard or rule file as a pack built it: what is in its file, and the file's path. */
export interface BuiltDashboard {
  readonly path: string;
  readonly json: Exclude<BuiltJson, undefined>;
}

/** Lints one rule file of a pack. */
function lintPackRules(
  facts: readonly RuleFacts[],
  { json, path }: BuiltDashboard,
  { setup, context, places }: LintTools,
): void {
  const file = readRuleFile(json as JsonRecord, []);
  const lines = facts.map(({ position }) => position);
  const report = lintDocument(ruleFileSource(file, lines), path, setup.selected, context);
  setup.run.add({ ...report, findings: report.findings.map((each) => places.finding(each)), changes: [] });
}

/** Lints one dashboard of a pack. */
export function lintPackDashboard(
  facts: DashboardFacts,
  { json, path }: BuiltDashboard,
  { setup, context, places }: LintTools,
): void {
  const dashboard = readClassicDashboard(json as JsonRecord, []);
  const source = packSource(dashboard, {
    dashboard: facts.position,
    panels: new Map(facts.panels.map(({ id, position }) => [id, position])),
    ...facts.places,
  });
  const report = lintDocument(source, path, setup.selected, context);
  const own = setup.suppress(
    facts.panels.flatMap(({ id, position, suppress }) => suppress.map((each) => ({ ...each, panel: id, position }))),
  );
  const mapped = report.findings.map((each) => places.finding(each));
  setup.run.add({ ...report, findings: mapped, changes: [] }, own);
  setup.run.report(...own.finish({ dashboard: () => true, files: [] }).map((each) => places.finding(each)));
}

/** The names in all dashboards of the packs, for links; nothing is assembled for them. */
async function namesOf(packs: readonly Pack[]): Promise<ReadonlyMap<string, DashboardNames>> {
  const names = new Map<string, DashboardNames>();
  for (const pack of packs) {
    const roles = pack.roles.map(({ variable }) => variable);
    for (const thunk of pack.dashboards()) {
      const dashboard = await definitionOf(thunk, pack);
      const { ref, variables } = dashboard;
      names.set(ref.uid, { title: ref.title, variables: [...roles, ...variables.map(({ name }) => name)] });
      for (const link of linksOf(dashboard)) {
        // Nobody knows its variables; `build` checks the ones that links set.
        if (typeof link.to !== 'string' && link.to.elsewhere !== undefined && !names.has(link.to.uid)) {
          names.set(link.to.uid, { title: link.to.title, variables: 'set' in link ? Object.keys(link.set) : [] });
        }
      }
    }
  }
  return names;
}

function linksOf({ links, rows }: Dashboard): readonly (DashboardLink | AnyDataLink)[] {
  return [...links, ...Object.values(rows).flatMap((row) => Object.values(row.panels).flatMap((panel) => panel.links))];
}
