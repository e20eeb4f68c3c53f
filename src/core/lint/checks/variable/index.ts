import type { Check } from '../../check.js';
import { allWithoutAllValue } from './all-without-all-value.js';
import { currentNotInOptions } from './current-not-in-options.js';
import { duplicateName } from './duplicate-name.js';
import { queryDoesNotParse } from './query-does-not-parse.js';
import { refresh } from './refresh.js';
import { regexBroken } from './regex-broken.js';
import { regexMatchesNothing } from './regex-matches-nothing.js';
import { undeclared } from './undeclared.js';
import { undeclaredInText } from './undeclared-in-text.js';
import { unused } from './unused.js';
import { withoutValues } from './without-values.js';

/** The checks of the group `variable`. */
export const variableChecks: readonly Check[] = [
  unused,
  undeclared,
  undeclaredInText,
  duplicateName,
  queryDoesNotParse,
  refresh,
  regexBroken,
  regexMatchesNothing,
  withoutValues,
  currentNotInOptions,
  allWithoutAllValue,
];
