import type { DashboardRef } from '../model/dashboard-ref.js';
import type { AcceptedBlindSpot, QueryExpectation } from '../model/expectation.js';
import type { Scenario } from '../model/scenario.js';

/**
 * Says that queries have no data while all is well, and have it in a scenario. `dashpack prove` asks them in both, and
 * refuses what need not have been said.
 *
 * @param places panels as `row/panel`, by their keys; variables as `$name`; annotations by their names
 * @param because why nothing comes while all is well, in a sentence
 *
 * @example
 * onlyIn(rejectStorm, executionWatch, ['decisions/rejectReasons'], 'nothing is rejected while all is well')
 */
export function onlyIn(
  { name }: Scenario,
  { uid }: DashboardRef,
  places: readonly string[],
  because: string,
): QueryExpectation {
  return { kind: 'only in', scenario: name, dashboard: uid, places, because };
}

/**
 * Says that queries look for what no server has as the pack configures it: a server that others run may have it.
 * `dashpack prove` refuses it where they have data.
 *
 * @param because who may have it, in a sentence
 */
export function elsewhere({ uid }: DashboardRef, places: readonly string[], because: string): QueryExpectation {
  return { kind: 'elsewhere', dashboard: uid, places, because };
}

/**
 * Says that the values of queries lie in a range that their unit alone would not allow: a difference below 0, a share
 * above 1.
 *
 * @param range bounds, both of which values may reach; a bound that is left out is none
 */
export function valuesIn(
  { uid }: DashboardRef,
  places: readonly string[],
  { low = -Infinity, high = Infinity }: { readonly low?: number; readonly high?: number },
  because: string,
): QueryExpectation {
  return { kind: 'values', low, high, dashboard: uid, places, because };
}

/**
 * Accepts that no panel of the pack's home dashboard looks otherwise in these scenarios. `dashpack prove` refuses it where
 * one does.
 *
 * @param scenarios their names
 * @param because why nobody has to see it there, in a sentence
 *
 * @example
 * noPanelTells(['restart'], 'a process that starts anew is well')
 */
export function noPanelTells(scenarios: readonly string[], because: string): AcceptedBlindSpot {
  return { kind: 'no panel tells', scenarios, because };
}

/**
 * Accepts that no alert fires in these scenarios. `dashpack prove` refuses it where one does.
 *
 * @param scenarios their names
 * @param because why nobody has to be told, in a sentence
 */
export function noAlertTells(scenarios: readonly string[], because: string): AcceptedBlindSpot {
  return { kind: 'no alert tells', scenarios, because };
}
