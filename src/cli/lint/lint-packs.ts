import type { BuiltDashboard } from '../../core/built/built-dashboard.js';
import type { BuiltRuleFile } from '../../core/built/built-rule-file.js';
import { definitionsOf } from '../../core/built/definitions-of.js';
import type { Dashboard, DashboardLink } from '../../core/dashboard/dashboard.js';
import type { DashboardNames } from '../../core/lint/check.js';
import { lintDocument } from '../../core/lint/run/lint-document.js';
import type { Finding } from '../../core/model/finding.js';
import type { Pack } from '../../core/pack/pack.js';
import type { AnyDataLink } from '../../core/panel/links.js';
import { buildPacks } from '../build-packs.js';
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
  const toolsOf = (pack: Pack): LintTools => ({ setup, context: contexts.get(pack) ?? setup.context, places });
  const files = new Set<string>();
  const noteFiles = (made: readonly Pick<Dashboard, 'position'>[]): void => {
    if (setup.suppressions.namesFiles) for (const { position } of made) files.add(places.position(position).file);
  };
  const findings = await buildPacks(packs, packs, places, interruption, {
    dashboard(built) {
      noteFiles([built.facts, ...built.facts.panels]);
      lintBuiltDashboard(built, toolsOf(built.pack));
    },
    rules(built) {
      noteFiles(built.facts);
      lintBuiltRules(built, toolsOf(built.pack));
    },
  });
  setup.run.report(...setup.suppressions.finish({ dashboard: (uid) => dashboards.has(uid), files }));
  return findings;
}

/** The tools of linting, and where its findings go. */
export interface LintTools {
  readonly setup: LintSetup;
  readonly context: LintSetup['context'];
  readonly places: Places;
}

function lintBuiltRules(built: BuiltRuleFile, { setup, context, places }: LintTools): void {
  const source = {
    dashboards: [],
    ruleFiles: [built.document],
    unread: [],
    locate: (_path: unknown, _range: unknown, { rule }: { readonly rule: Parameters<BuiltRuleFile['lineOf']>[0] }) =>
      withPosition(built.lineOf(rule)),
  };
  const report = lintDocument(source, built.artifact.path, setup.selected, context);
  setup.run.add({ ...report, findings: report.findings.map((each) => places.finding(each)), changes: [] });
}

function withPosition(position: Finding['position']): Pick<Finding, 'position'> {
  return position === undefined ? {} : { position };
}

/** Lints one dashboard that a pack built. */
export function lintBuiltDashboard(built: BuiltDashboard, { setup, context, places }: LintTools): void {
  const source = {
    dashboards: [built.document],
    ruleFiles: [],
    unread: [],
    locate: (path: Parameters<BuiltDashboard['lineOf']>[0]) => ({ position: built.lineOf(path) }),
  };
  const report = lintDocument(source, built.artifact.path, setup.selected, context);
  const own = setup.suppress(
    built.facts.panels.flatMap(({ id, position, suppress }) =>
      suppress.map((each) => ({ ...each, panel: id, position })),
    ),
  );
  const mapped = report.findings.map((each) => places.finding(each));
  setup.run.add({ ...report, findings: mapped, changes: [] }, own);
  setup.run.report(...own.finish({ dashboard: () => true, files: [] }).map((each) => places.finding(each)));
}

/** The names in all dashboards of the packs, for links; nothing is assembled for them. */
async function namesOf(packs: readonly Pack[]): Promise<ReadonlyMap<string, DashboardNames>> {
  const names = new Map<string, DashboardNames>();
  for await (const { pack, dashboard } of definitionsOf(packs)) {
    const { ref, variables } = dashboard;
    const roles = pack.roles.map(({ variable }) => variable);
    names.set(ref.uid, { title: ref.title, variables: [...roles, ...variables.map(({ name }) => name)] });
    for (const link of linksOf(dashboard)) {
      // Nobody knows its variables; `build` checks the ones that links set.
      if (typeof link.to !== 'string' && link.to.elsewhere !== undefined && !names.has(link.to.uid)) {
        names.set(link.to.uid, { title: link.to.title, variables: 'set' in link ? Object.keys(link.set) : [] });
      }
    }
  }
  return names;
}

function linksOf({ links = [], rows }: Dashboard): readonly (DashboardLink | AnyDataLink)[] {
  return [...links, ...Object.values(rows).flatMap((row) => Object.values(row.panels).flatMap((panel) => panel.links))];
}
