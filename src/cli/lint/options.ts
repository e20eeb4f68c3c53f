import type { Severity } from '../../core/model/finding.js';
import type { CommonOptions } from '../options/common.js';
import type { BaselineOptions } from './baseline-file.js';
import type { CheckNames } from './lint-settings.js';

/** The options of `lint`. */
export interface LintOptions extends CommonOptions, CheckNames, BaselineOptions {
  readonly catalog?: string;
  readonly minSeverity: Severity;
  readonly fix?: boolean;
  /** Lints again after each change. */
  readonly watch?: boolean;
}
