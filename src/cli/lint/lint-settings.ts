import { checks } from '../../core/lint/checks/index.js';
import type { LintContext } from '../../core/lint/check.js';
import { LintRun } from '../../core/lint/lint-run.js';
import { selectChecks, type SelectedCheck } from '../../core/lint/select-checks.js';
import { createSuppressions, type SuppressionOptions, type Suppressions } from '../../core/lint/suppressions.js';
import type { Config } from '../../core/pack/config.js';
import type { PlacedSuppression } from '../../core/model/lint-settings.js';

/** What one run of the linter is made of. */
export interface LintSetup {
  readonly selected: readonly SelectedCheck[];
  readonly suppressions: Suppressions;
  readonly run: LintRun;
  /** What checks know in every file: they learn more from each. */
  readonly context: LintContext;
  /** Suppressions of one dashboard alone. */
  suppress(list: readonly PlacedSuppression[]): Suppressions;
}

/** Which checks are asked for on the command line. */
export interface CheckNames {
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/**
 * Prepares a run.
 *
 * @param config what the configuration says, where there is one
 * @param whole whether everything is linted that the configuration is about
 * @throws Failure where a check is named that there is none of
 */
export function setUpLint(config: Config | undefined, names: CheckNames, whole: boolean): LintSetup {
  const { severity, options, suppress = [] } = config?.lint ?? {};
  const selected = selectChecks(checks, { ...names, ...(severity === undefined ? {} : { severity }) });
  const today = new Date().toISOString().slice(0, 10);
  const create = (list: readonly PlacedSuppression[], isWhole: boolean): Suppressions =>
    createSuppressions(list, { checks, selected, today, whole: isWhole } satisfies SuppressionOptions);
  const suppressions = create(
    suppress.map((each) => ({ ...each, position: config?.position })),
    whole,
  );
  return {
    selected,
    suppressions,
    run: new LintRun(suppressions),
    suppress: (list) => create(list, true),
    context: {
      catalog: undefined,
      pack: undefined,
      dashboards: undefined,
      recorded: new Set(),
      scrapeInterval: undefined,
      ...(options === undefined ? {} : { options }),
    },
  };
}
