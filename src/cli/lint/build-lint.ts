import stringify from 'fast-json-stable-stringify';
import type { BuiltDashboard } from '../../core/built/built-dashboard.js';
import type { Finding } from '../../core/model/finding.js';
import type { Pack } from '../../core/pack/pack.js';
import type { LoadedConfig } from '../config/load-config.js';
import { isWithoutCache, type Host } from '../host.js';
import { buildId } from '../config/build-id.js';
import { createCollector } from './collector.js';
import type { ErrorLint } from './lint-errors.js';
import { openVerdicts } from './lint-verdicts.js';

/** Lints what `build` and `check` build, for what is certainly wrong. */
export interface BuildLint {
  dashboard(built: BuiltDashboard): Promise<void>;
  /** The errors that were found. */
  finish(): readonly Finding[];
}

/**
 * Starts to lint a build. Only errors count here, and a dashboard that had none and is the same is not linted again, so
 * that a build costs what changed; the checks themselves are loaded with the first dashboard that did.
 *
 * @param file the configuration, absolute
 */
export function startBuildLint(file: string, loaded: LoadedConfig, host: Host): BuildLint {
  let linter: Promise<ErrorLint> | undefined;
  const findings: Finding[] = [];
  const collect = createCollector(collectEvery);
  const settings = [buildId(host.home), new Date().toISOString().slice(0, 10), stringify(loaded.config.lint)];
  const verdicts = openVerdicts(isWithoutCache(host) ? undefined : file, settings);
  const facts = new Map<Pack, string>();
  return {
    async dashboard(built) {
      const { pack, artifact } = built;
      const known = facts.get(pack) ?? describe(pack);
      facts.set(pack, known);
      const content = [known, artifact.text, stringify(built.facts.panels.map(({ suppress }) => suppress))];
      if (verdicts.isSound(content)) return;
      linter ??= import('./lint-errors.js').then(({ createErrorLint }) => createErrorLint(loaded));
      const found = (await linter)(built);
      collect(1);
      findings.push(...found);
      if (found.length === 0) verdicts.remember(content);
    },
    finish() {
      verdicts.write();
      return findings;
    },
  };
}

/** In dashboards that are linted. */
const collectEvery = 60;

/** The knowledge of checks about a pack, as text; the lines that declare it do not matter. */
function describe({ name, roles, bindings, datasources, producers, metrics }: Pack): string {
  const bound = Object.entries(bindings).map(([role, { uid }]) => [role, uid]);
  const families = metrics.map(({ family }) => family);
  return JSON.stringify([name, roles, bound, datasources, producers, families], (key, value: unknown) =>
    key === 'position' ? undefined : value,
  );
}
