import type { BuiltDashboard } from '../../core/built/built-dashboard.js';
import type { LintContext } from '../../core/lint/check.js';
import { checks } from '../../core/lint/checks/index.js';
import { QueryShapes } from '../../core/lint/judge/shape.js';
import { hasError } from '../../core/lint/run/has-error.js';
import { LintRun } from '../../core/lint/run/lint-run.js';
import type { Finding } from '../../core/model/finding.js';
import type { Pack } from '../../core/pack/pack.js';
import type { LoadedConfig } from '../config/load-config.js';
import { lintBuiltDashboard } from './lint-packs.js';
import { setUpLint } from './lint-settings.js';
import { packContext } from './pack-context.js';

/** Finds the errors of a dashboard that a pack built. */
export type ErrorLint = (built: BuiltDashboard) => readonly Finding[];

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
  return (built) => {
    const known = packs.get(built.pack) ?? {
      context: { ...all.context, ...packContext(built.pack) },
      shapes: new QueryShapes(),
    };
    packs.set(built.pack, known);
    const { context, shapes } = known;
    // A suppression may itself be an error: of no use any more, for example.
    const suppresses = built.facts.panels.some(({ suppress }) => suppress.length > 0);
    const read = built.read((tree, written) => shapes.note(tree, written));
    if (!suppresses && !hasError(read, all.selected, context)) return [];
    const setup = { ...all, run: new LintRun(all.suppressions) };
    lintBuiltDashboard(built, { setup, context, places });
    return setup.run.finish().findings.filter(({ severity }) => severity === 'error');
  };
}

/** Everything known of a pack besides its dashboards. */
interface KnownPack {
  readonly context: LintContext;
  readonly shapes: QueryShapes;
}
