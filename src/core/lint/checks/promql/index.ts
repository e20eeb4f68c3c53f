import type { Check } from '../../check.js';
import { averageOfAnother } from './average-of-another.js';
import { bareHistogram } from './bare-histogram.js';
import { canNeverMatch } from './can-never-match.js';
import { canNeverReturn } from './can-never-return.js';
import { counterWithoutRate } from './counter-without-rate.js';
import { doesNotParse } from './does-not-parse.js';
import { duplicateQuery } from './duplicate-query.js';
import { fixedWindow } from './fixed-window.js';
import { joinDropsOrMultiplies } from './join-drops-or-multiplies.js';
import { labelValue } from './label-value.js';
import { maskedMissingData } from './masked-missing-data.js';
import { missingRole } from './missing-role.js';
import { mixedRoles } from './mixed-roles.js';
import { multiValueVariableEquals } from './multi-value-variable-equals.js';
import { nanWhenIdle } from './nan-when-idle.js';
import { quantileOnNonBucket } from './quantile-on-non-bucket.js';
import { quantileOutOfRange } from './quantile-out-of-range.js';
import { quantileWithoutLe } from './quantile-without-le.js';
import { rangeTooShort } from './range-too-short.js';
import { rateOfAggregation } from './rate-of-aggregation.js';
import { rateOnGauge } from './rate-on-gauge.js';
import { regexWithoutPattern } from './regex-without-pattern.js';
import { superfluousAnchors } from './superfluous-anchors.js';
import { topkInGraph } from './topk-in-graph.js';
import { unknownLabel } from './unknown-label.js';
import { unknownMetric } from './unknown-metric.js';
import { variableNotApplied } from './variable-not-applied.js';
import { variableWithoutEffect } from './variable-without-effect.js';
import { waitingForProducer } from './waiting-for-producer.js';
import { wrongTypes } from './wrong-types.js';

/** The checks of the group `promql`. */
export const promqlChecks: readonly Check[] = [
  averageOfAnother,
  bareHistogram,
  canNeverMatch,
  canNeverReturn,
  counterWithoutRate,
  doesNotParse,
  duplicateQuery,
  fixedWindow,
  joinDropsOrMultiplies,
  labelValue,
  maskedMissingData,
  missingRole,
  mixedRoles,
  multiValueVariableEquals,
  nanWhenIdle,
  quantileOnNonBucket,
  quantileOutOfRange,
  quantileWithoutLe,
  rangeTooShort,
  rateOfAggregation,
  rateOnGauge,
  regexWithoutPattern,
  superfluousAnchors,
  topkInGraph,
  unknownLabel,
  unknownMetric,
  variableNotApplied,
  variableWithoutEffect,
  waitingForProducer,
  wrongTypes,
];
