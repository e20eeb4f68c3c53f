import type { LoopbackServer } from '../../core/live/serve/serve-loopback.js';
import { faultsOf } from '../attempt.js';
import { bundleConfig } from '../config/bundle-config.js';
import { findConfig } from '../config/find-config.js';
import { loadConfig } from '../config/load-config.js';
import { selectPacks } from '../config/select-packs.js';
import { printFaults, type Fault } from '../fault.js';
import type { Host } from '../host.js';
import { Interrupted, watchInterruption, type Interruption } from '../interruption.js';
import { nothing, type Outcome } from '../outcome.js';
import { loadClient } from '../preview/client.js';
import type { DevOptions } from '../preview/options.js';
import { Preview } from '../preview/preview.js';
import { servePreview } from '../preview/serve.js';
import { changed } from '../preview/watch-files.js';
import { seconds } from '../print-list.js';
import { startTypeCheck } from '../type-check/type-check.js';
import { openWorkshop } from '../prove/open-workshop.js';

/**
 * `dashpack dev`: serves a page with the dashboards, drawn on simulated histories, until a signal ends it. Each save is
 * built at once; what stops a build is shown over the last good picture.
 *
 * @throws FaultsError where Prometheus or the page is missing
 */
export async function dev(options: DevOptions, host: Host): Promise<Outcome> {
  const client = await loadClient(host);
  const { workshop } = openWorkshop(options, host);
  const interruption = watchInterruption(host.events);
  const end = new AbortController();
  let served: LoopbackServer | undefined;
  try {
    const preview = new Preview(workshop);
    const told = (): void => served?.send('state');
    let files = await show(preview, options, host, interruption, [], told);
    served = await servePreview(preview, client, options.port);
    host.stdout.write(`${served.url}\n`);
    interruption.hearSignals();
    while (await interruption.wait(changed(files, end.signal))) {
      const began = performance.now();
      files = await show(preview, options, host, interruption, files, told);
      served.send('state');
      const { faults } = preview.state;
      host.stdout.write(faults.length === 0 ? `built (${seconds(performance.now() - began)})\n` : 'not built\n');
    }
    return nothing;
  } catch (error) {
    if (error instanceof Interrupted) return { ...nothing, signal: error.signal };
    throw error;
  } finally {
    end.abort();
    interruption.stop();
    await served?.stop();
    await workshop.close();
  }
}

/**
 * Builds and shows what there is now; returns the files to watch. The compiler looks at the types meanwhile, and what it
 * finds is told when it is known.
 */
async function show(
  preview: Preview,
  options: DevOptions,
  host: Host,
  interruption: Interruption,
  before: readonly string[],
  told: () => void,
): Promise<readonly string[]> {
  const file = findConfig(options.config, host.cwd);
  let files = before.length === 0 ? [file] : before;
  const types = startTypeCheck(file, host);
  const tellTypes = async (checking: Promise<readonly Fault[]>, isCurrent: () => boolean): Promise<void> => {
    const wrong = (await checking.catch(faultsOf)).filter(({ exitCode }) => exitCode === 2);
    if (wrong.length === 0 || !isCurrent()) return;
    preview.fail(wrong);
    host.stderr.write(printFaults(wrong));
    told();
  };
  try {
    const bundle = await bundleConfig(file, host);
    files = bundle.inputs;
    const loaded = await interruption.wait(loadConfig(bundle, host.cwd));
    await preview.show({ ...loaded, packs: selectPacks(loaded, options.pack) }, interruption);
    const { build } = preview.state;
    void tellTypes(types.finish(bundle.inputs), () => preview.state.build === build);
  } catch (error) {
    types.cancel();
    if (error instanceof Interrupted) throw error;
    const faults = faultsOf(error);
    preview.fail(faults);
    host.stderr.write(printFaults(faults));
  }
  return files;
}
