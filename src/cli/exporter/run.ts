import { relative } from 'node:path';
import type { AnyExporter } from '../../core/exporter/exporter.js';
import { runExporter } from '../../core/exporter/run/run-exporter.js';
import type { Host } from '../host.js';
import { Interrupted, type Interruption } from '../interruption.js';
import { nothing, type Outcome } from '../outcome.js';
import { eventsFile, exporterPort } from './environment.js';
import type { ExporterOptions } from './options.js';

/** Runs an exporter until a signal ends it, which is not a failure. */
export async function run(
  exporter: AnyExporter,
  options: ExporterOptions,
  host: Host,
  interruption: Interruption,
): Promise<Outcome> {
  const events = eventsFile(exporter, host);
  const shown = relative(host.cwd, events).startsWith('..') ? events : relative(host.cwd, events);
  const say = (text: string): void => {
    if (options.quiet !== true) host.stderr.write(`${exporter.producer.job}: ${text}\n`);
  };
  const running = await runExporter({
    exporter,
    environment: host.env,
    events,
    from: options.from,
    address: options.listen,
    port: exporterPort(exporter, host),
    now: () => Date.now() / 1000,
    onProblem: (problem) =>
      host.stderr.write(
        problem === undefined
          ? `${exporter.producer.job}: ${shown} is read again\n`
          : `${exporter.producer.job}: ${shown} is not read: ${problem}; the heartbeat goes on\n`,
      ),
  });
  say(`${running.url} shows what is appended to ${shown}; it is read from its ${options.from}`);
  try {
    await interruption.wait(running.failed);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  } finally {
    await running.stop();
  }
  const { lines, rotations, truncations } = running.state();
  say(`ended after ${lines} lines, ${rotations} rotations and ${truncations} truncations`);
  return { ...nothing, data: { url: running.url, events, lines, rotations, truncations } };
}
