import type { Check } from '../../check.js';
import { annotationBroken } from './annotation-broken.js';
import { brokenLink } from './broken-link.js';
import { duplicateUid } from './duplicate-uid.js';
import { editable } from './editable.js';
import { linkLosesTime } from './link-loses-time.js';
import { linkLosesVariables } from './link-loses-variables.js';
import { linkNotFilled } from './link-not-filled.js';
import { linkSetsUnknown } from './link-sets-unknown.js';
import { noTags } from './no-tags.js';
import { noTime } from './no-time.js';
import { noTitle } from './no-title.js';
import { noUid } from './no-uid.js';
import { refreshTooFast } from './refresh-too-fast.js';
import { schemaVersion } from './schema-version.js';
import { size } from './size.js';
import { unsafeUid } from './unsafe-uid.js';

/** The checks of the group `dashboard`. */
export const dashboardChecks: readonly Check[] = [
  noUid,
  unsafeUid,
  duplicateUid,
  noTitle,
  noTags,
  noTime,
  refreshTooFast,
  schemaVersion,
  editable,
  brokenLink,
  linkNotFilled,
  linkLosesTime,
  linkLosesVariables,
  linkSetsUnknown,
  annotationBroken,
  size,
];
