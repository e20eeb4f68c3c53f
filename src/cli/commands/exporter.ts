import { bundleConfig } from '../config/bundle-config.js';
import { findConfig } from '../config/find-config.js';
import { loadConfig } from '../config/load-config.js';
import { selectPacks } from '../config/select-packs.js';
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
    const bundle = await bundleConfig(findConfig(options.config, host.cwd), host);
    const loaded = await interruption.wait(loadConfig(bundle, host.cwd));
    const found = await findExporter(name, selectPacks(loaded, options.pack));
    interruption.hearSignals();
    return await actions[action](found, options, host, interruption);
  } finally {
    interruption.stop();
  }
}
