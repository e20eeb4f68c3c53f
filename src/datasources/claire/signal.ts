import { counter, gauge } from 'dashpack';
import { cdbSignal } from './producers.js';
import { PROM } from './roles.js';

/** Does the engine find anything? */
export const signalsGenerated = counter('signals_generated_total', {
  owner: PROM,
  producer: cdbSignal,
  help: 'Trading signals that the signal engine generated.',
  unit: 'events',
});

/** Does the engine run? */
export const signalEngineStatus = gauge('signal_engine_status', {
  owner: PROM,
  producer: cdbSignal,
  help: '1 while the signal engine runs, 0 while it is stopped.',
  unit: 'bool',
});
