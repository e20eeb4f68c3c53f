import type { DashboardFacts } from '../../core/dashboard/facts.js';
import { checks } from '../../core/lint/checks/index.js';
import { LintRun } from '../../core/lint/lint-run.js';
import type { Artifact } from '../../core/model/artifact.js';
import type { Finding } from '../../core/model/finding.js';
import type { Pack } from '../../core/pack/pack.js';
import type { LoadedConfig } from '../config/load-config.js';
import { lintPackDashboard } from './lint-packs.js';
import { setUpLint } from './lint-settings.js';
import { packContext } from './pack-context.js';

/**
 * Lints dashboards of packs for errors alone: only the checks run that can find one.
 *
 * @throws Failure where the configuration names a check that there is none of
 */
export function createErrorLint({
  config,
  places,
}: LoadedConfig): (pack: Pack, facts: DashboardFacts, artifact: Artifact) => readonly Finding[] {
  const mild = checks.filter(({ severity }) => severity !== 'error').map(({ id }) => id);
  const raised = Object.entries(config.lint.severity ?? {}).flatMap(([name, level]) =>
    level === 'error' ? [name] : [],
  );
  const skip = mild.filter((id) => !raised.some((name) => id === name || id.startsWith(`${name}/`)));
  const contexts = new Map<Pack, ReturnType<typeof packContext>>();
  const all = setUpLint(config, { only: [], skip }, false);
  return (pack, facts, artifact) => {
    const setup = { ...all, run: new LintRun(all.suppressions) };
    const known = contexts.get(pack) ?? packContext(pack);
    contexts.set(pack, known);
    lintPackDashboard(facts, artifact, { setup, context: { ...setup.context, ...known }, places });
    return setup.run.finish().findings.filter(({ severity }) => severity === 'error');
  };
}
