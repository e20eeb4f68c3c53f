import { panelChecks } from '../../../../../src/core/lint/checks/panel/index.js';
import * as group from '../group-cases.js';

export type { Case, Change } from '../group-cases.js';

/** Tests that the checks of the group find exactly this after each change: without findings, nothing. */
export function itFinds(cases: readonly group.Case[]): void {
  group.itFinds(panelChecks, cases);
}

/** Tests that values of the wrong types in a place are no crash. */
export function itSurvives(...places: readonly string[]): void {
  group.itSurvives(panelChecks, places);
}
