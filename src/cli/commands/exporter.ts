import { loadPacks } from '../config/load-packs.js';
import { emit } from '../exporter/emit.js';
import { findExporter } from '../exporter/find-exporter.js';
import type { ExporterAction, ExporterOptions } from '../exporter/options.js';
import { run } from '../exporter/run.js';
import { smoke } from '../exporter/smoke.js';
import type { Host } from '../host.js';
import { watchInterruption } from '../interruption.js';
import type { Outcome } from '../outcome.js';

const actions = { run, emit, smoke };

/**
 * `dashpack exporter`: runs an exporter of a pack, writes sample events for it, or tests it.
 *
 * @throws Failure where there is no such exporter, its environment says too little, or its port is taken
 */
export async function exporter(
  name: string,
  action: ExporterAction,
  options: ExporterOptions,
  host: Host,
): Promise<Outcome> {
  const interruption = watchInterruption(host.events);
  try {
    const { packs } = await loadPacks(options, host, interruption);
    const found = await findExporter(name, packs);
    interruption.hearSignals();
    return await actions[action](found, options, host, interruption);
  } finally {
    interruption.stop();
  }
}
