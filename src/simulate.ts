/** The public entry `dashpack/simulate`: how the producers of a pack behave in a simulation. */
export { scenario } from './core/simulate/scenario.js';
export {
  appears,
  blind,
  down,
  gone,
  idle,
  labelled,
  never,
  observed,
  paced,
  present,
  quiet,
  restart,
  scaled,
  unscraped,
} from './core/simulate/effects.js';
export { between, counts, fixed, frozen, oneOf, startTime, uptime } from './core/simulate/gauge-effects.js';
export { elsewhere, noAlertTells, noPanelTells, onlyIn, valuesIn } from './core/simulate/expectation.js';
export type { When } from './core/simulate/during.js';
export type { Expectation } from './core/model/expectation.js';
export type { Effect, Scenario } from './core/model/scenario.js';
