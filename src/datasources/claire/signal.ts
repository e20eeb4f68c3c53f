import { cdbSignal } from './producers.js';
import { PROM } from './roles.js';

const { counter, gauge } = cdbSignal.ownedBy(PROM);

/** Does the engine find anything? */
export const signalsGenerated = counter('signals_generated_total', {
  help: 'Trading signals that the signal engine generated.',
  unit: 'events',
});

/** Does the engine run? */
export const signalEngineStatus = gauge('signal_engine_status', {
  help: '1 while the signal engine runs, 0 while it is stopped.',
  unit: 'bool',
});
