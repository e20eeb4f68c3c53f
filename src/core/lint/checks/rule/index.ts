import type { Check } from '../../check.js';
import { badDuration } from './bad-duration.js';
import { deadExporterGap } from './dead-exporter-gap.js';
import { duplicate } from './duplicate.js';
import { forShorterThanInterval } from './for-shorter-than-interval.js';
import { grafanaVariable } from './grafana-variable.js';
import { noAnnotations } from './no-annotations.js';
import { noComparison } from './no-comparison.js';
import { noFor } from './no-for.js';
import { noSeverity } from './no-severity.js';
import { quantileThreshold } from './quantile-threshold.js';
import { recordingName } from './recording-name.js';
import { unknownLabelInTemplate } from './unknown-label-in-template.js';
import { unknownRecordingRule } from './unknown-recording-rule.js';

/** The checks of the group `rule`. */
export const ruleChecks: readonly Check[] = [
  badDuration,
  deadExporterGap,
  duplicate,
  forShorterThanInterval,
  grafanaVariable,
  noAnnotations,
  noComparison,
  noFor,
  noSeverity,
  quantileThreshold,
  recordingName,
  unknownLabelInTemplate,
  unknownRecordingRule,
];
