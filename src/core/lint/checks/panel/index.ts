import type { Check } from '../../check.js';
import { bareYesOrNo } from './bare-yes-or-no.js';
import { duplicateTitle } from './duplicate-title.js';
import { hiddenTargetsOnly } from './hidden-targets-only.js';
import { idDuplicate } from './id-duplicate.js';
import { idMissing } from './id-missing.js';
import { idZero } from './id-zero.js';
import { instantRangeMismatch } from './instant-range-mismatch.js';
import { legendLabel } from './legend-label.js';
import { legendMissing } from './legend-missing.js';
import { mappingsMalformed } from './mappings-malformed.js';
import { missingField } from './missing-field.js';
import { needsMigration } from './needs-migration.js';
import { noDescription } from './no-description.js';
import { noHeight } from './no-height.js';
import { noQuery } from './no-query.js';
import { noTitle } from './no-title.js';
import { noUnit } from './no-unit.js';
import { noValueNumber } from './no-value-number.js';
import { outsideGrid } from './outside-grid.js';
import { overlap } from './overlap.js';
import { pluginPanel } from './plugin-panel.js';
import { refidDuplicate } from './refid-duplicate.js';
import { refidMissing } from './refid-missing.js';
import { repeatUndeclared } from './repeat-undeclared.js';
import { rowOrder } from './row-order.js';
import { tableOfSeries } from './table-of-series.js';
import { thresholdsOutOfRange } from './thresholds-out-of-range.js';
import { titleWindow } from './title-window.js';
import { unitContradiction } from './unit-contradiction.js';

/** The checks of the group `panel`. */
export const panelChecks: readonly Check[] = [
  bareYesOrNo,
  idMissing,
  idZero,
  idDuplicate,
  noValueNumber,
  overlap,
  outsideGrid,
  noHeight,
  rowOrder,
  noTitle,
  duplicateTitle,
  noDescription,
  noUnit,
  tableOfSeries,
  titleWindow,
  unitContradiction,
  legendLabel,
  legendMissing,
  thresholdsOutOfRange,
  mappingsMalformed,
  refidMissing,
  refidDuplicate,
  hiddenTargetsOnly,
  noQuery,
  instantRangeMismatch,
  missingField,
  repeatUndeclared,
  needsMigration,
  pluginPanel,
];
