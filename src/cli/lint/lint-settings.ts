import { checks } from '../../core/lint/checks/index.js';
import type { LintContext } from '../../core/lint/check.js';
import { LintRun } from '../../core/lint/run/lint-run.js';
import { assertLintConfig } from '../../core/lint/run/assert-lint-config.js';
import { assertOptions } from '../../core/lint/run/assert-options.js';
import { assertSeverity, selectChecks, type SelectedCheck } from '../../core/lint/select-checks.js';
import { createSuppressions, type SuppressionOptions, type Suppressions } from '../../core/lint/run/suppressions.js';
import type { LintConfig, PlacedSuppression } from '../../core/model/lint-settings.js';
import type { Position } from '../../core/model/position.js';
import type { LoadedConfig } from '../config/load-config.js';

/** The parts of one run of the linter. */
export interface LintSetup {
  readonly selected: readonly SelectedCheck[];
  readonly suppressions: Suppressions;
  readonly run: LintRun;
  /** The knowledge of checks in every file: they learn more from each. */
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
 * @param loaded the configuration, where there is one
 * @param whole whether everything is linted that the configuration is about
 * @throws Failure where a check is named that there is none of, or told what it cannot be told
 */
export function setUpLint(loaded: LoadedConfig | undefined, names: CheckNames, whole: boolean): LintSetup {
  const lint: LintConfig = loaded?.config.lint ?? {};
  const position = loaded?.places.position(loaded.config.position);
  assertConfig(lint, position);
  const { severity = {}, options, suppress = [] } = lint;
  const selected = selectChecks(checks, { ...names, severity });
  const today = new Date().toISOString().slice(0, 10);
  const create = (list: readonly PlacedSuppression[], isWhole: boolean): Suppressions =>
    createSuppressions(list, { checks, selected, today, whole: isWhole } satisfies SuppressionOptions);
  const suppressions = create(
    suppress.map((each) => ({ ...each, position })),
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

function assertConfig(lint: LintConfig, position: Position | undefined): void {
  assertLintConfig(lint, position);
  assertSeverity(lint.severity ?? {}, checks, position);
  assertOptions(lint.options ?? {}, checks, position);
}
