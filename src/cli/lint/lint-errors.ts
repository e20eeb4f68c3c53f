import type { DashboardFacts } from '../../core/dashboard/facts.js';
import type { LintContext } from '../../core/lint/check.js';
import { checks } from '../../core/lint/checks/index.js';
import { hasError } from '../../core/lint/run/has-error.js';
import { LintRun } from '../../core/lint/run/lint-run.js';
import { asWritten } from '../../core/lint/judge/as-written.js';
import { QueryShapes } from '../../core/lint/judge/shape.js';
import { readClassicDashboard } from '../../core/document/read/classic.js';
import { parseQuery } from '../../core/document/read/query.js';
import type { JsonRecord } from '../../core/document/json.js';
import type { ReadDashboard } from '../../core/document/read-dashboard.js';
import type { Finding } from '../../core/model/finding.js';
import type { Pack } from '../../core/pack/pack.js';
import type { Node } from '../../core/promql/node.js';
import type { LoadedConfig } from '../config/load-config.js';
import { lintPackDashboard, type BuiltDashboard } from './lint-packs.js';
import { setUpLint } from './lint-settings.js';
import { packContext } from './pack-context.js';

/** Finds the errors of a dashboard that a pack built. */
export type ErrorLint = (pack: Pack, facts: DashboardFacts, built: BuiltDashboard) => readonly Finding[];

/**
 * Lints dashboards of packs for errors alone: only the checks run that can find one. Most dashboards have none, which is
 * found out in a shorter way; only of the others it is found out what to say.
 *
 * @throws Failure where the configuration names a check that there is none of
 */
export function createErrorLint(loaded: LoadedConfig): ErrorLint {
  const { config, places } = loaded;
  const mild = checks.filter(({ severity }) => severity !== 'error').map(({ id }) => id);
  const raised = Object.entries(config.lint.severity ?? {}).flatMap(([name, level]) =>
    level === 'error' ? [name] : [],
  );
  const skip = mild.filter((id) => !raised.some((name) => id === name || id.startsWith(`${name}/`)));
  const all = setUpLint(loaded, { only: [], skip }, false);
  const packs = new Map<Pack, KnownPack>();
  return (pack, facts, built) => {
    const known = packs.get(pack) ?? {
      context: { ...all.context, ...packContext(pack) },
      shapes: new QueryShapes(),
    };
    packs.set(pack, known);
    // A suppression may itself be an error: of no use any more, for example.
    const suppresses = facts.panels.some(({ suppress }) => suppress.length > 0);
    if (!suppresses && !hasError(readBuilt(facts, built, known.shapes), all.selected, known.context)) return [];
    const setup = { ...all, run: new LintRun(all.suppressions) };
    lintPackDashboard(facts, built, { setup, context: known.context, places });
    return setup.run.finish().findings.filter(({ severity }) => severity === 'error');
  };
}

/** What is known of a pack besides its dashboards. */
interface KnownPack {
  readonly context: LintContext;
  readonly shapes: QueryShapes;
}

/** Reads a dashboard with the trees that its queries were printed from: parsing the text again takes most of the time. */
function readBuilt({ panels }: DashboardFacts, { json }: BuiltDashboard, shapes: QueryShapes): ReadDashboard {
  const trees = new Map<string, Node>();
  for (const { queries } of panels) for (const { expr, node } of queries) trees.set(expr, node);
  return readClassicDashboard(json as JsonRecord, [], {
    parse(expr) {
      const built = trees.get(expr);
      if (built === undefined) return parseQuery(expr);
      const node = asWritten(built);
      shapes.note(built, node);
      return { node, error: undefined };
    },
  });
}
