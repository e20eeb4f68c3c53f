import { LiveFailure } from '../../live/live-failure.js';
import type { Transport } from '../../live/transport.js';
import type { MetricFamily, ProducerFacts } from '../../model/metric.js';
import { failed, passed, skipped, type GateResult, type Found } from '../gates/gate-result.js';
import { look } from '../gates/look.js';
import { familiesOf, readPage } from './metrics-page.js';
import type { DoctorSettings, LiveProducer } from './settings.js';

/** Who listens on the ports of a pack, and whether it is who should, from producers to Grafana. */
export function diagnosePorts(settings: DoctorSettings): Promise<readonly GateResult[]> {
  const { servers, producers, grafana } = settings;
  return Promise.all([
    ...producers.map((producer) => producerPort(producer, settings)),
    ...servers.map(({ transport, title, server }) =>
      serverPort({ transport, title, isOptional: server.datasource.isOptional === true }, settings),
    ),
    serverPort({ transport: grafana.transport, title: 'Grafana', isOptional: false }, settings),
  ]);
}

const unknown = 'an unknown process';

function serverPort(
  {
    transport,
    title,
    isOptional,
  }: { readonly transport: Transport; readonly title: string; readonly isOptional: boolean },
  { machine }: DoctorSettings,
): Promise<GateResult> {
  const { url } = transport;
  const port = portOf(url);
  return look({ check: 'port', subject: String(port) }, transport, async (noted): Promise<Found> => {
    if (!isHere(url)) return skipped(`${title} runs elsewhere, at ${url}`, 'look there');
    const listener = (await machine.listener(port)) ?? ((await isRefused(noted)) ? undefined : unknown);
    if (listener !== undefined) return passed(`${title}: ${listener}`);
    const message = `${title}: nothing listens`;
    if (isOptional) return skipped(`${message}; it is optional`, 'start it, if you want its panels');
    return failed(message, `start it: nothing that is asked of ${title} has an answer until then`);
  });
}

/** True where nobody listens. Whatever else is the matter, somebody does. */
async function isRefused(transport: Transport): Promise<boolean> {
  try {
    await transport.request({ path: '/' });
    return false;
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    return error.kind === 'refused';
  }
}

function producerPort(
  { facts, transport, isHere: isOnThisMachine }: LiveProducer,
  settings: DoctorSettings,
): Promise<GateResult> {
  const { port, path } = facts;
  const families = settings.pack.metrics.map(({ family }) => family);
  return look({ check: 'port', subject: String(port) }, transport, async (noted): Promise<Found> => {
    const listener = isOnThisMachine ? await settings.machine.listener(port) : undefined;
    try {
      const { text } = await noted.request({ path });
      return judgePage(text, facts, families, listener ?? unknown);
    } catch (error) {
      if (!(error instanceof LiveFailure)) throw error;
      return judgeFailure(error, facts, { listener, isOnThisMachine, url: noted.url });
    }
  });
}

function judgePage(text: string, facts: ProducerFacts, families: readonly MetricFamily[], name: string): Found {
  const { job, port, path } = facts;
  const { isPage, series } = readPage(text);
  if (!isPage) return wrong(facts, `${name} listens on ${port}, and its ${path} is not a page of metrics`);
  const own = familiesOf(job, families);
  const served = own.filter((each) => series.has(each)).length;
  const others = new Set(families.flatMap(({ producers = [] }) => producers.map((producer) => producer.job)));
  const other = [...others].find((each) => each !== job && familiesOf(each, families).some((one) => series.has(one)));
  if (served === 0 && other !== undefined)
    return wrong(facts, `${name} listens on ${port}, and serves the families of ${other}`);
  return passed(`${job}: ${name} serves ${served} of its ${own.length} families`);
}

interface Failed {
  readonly listener: string | undefined;
  readonly isOnThisMachine: boolean;
  readonly url: string;
}

function judgeFailure(
  { kind, status = 0, message }: LiveFailure,
  facts: ProducerFacts,
  { listener, isOnThisMachine, url }: Failed,
): Found {
  const { job, port, path } = facts;
  const name = listener ?? unknown;
  if (!isOnThisMachine && (kind === 'refused' || kind === 'unreachable'))
    return skipped(`${job} runs elsewhere, and cannot be reached from here: ${url}`, 'look there');
  if (kind === 'refused' || (kind === 'unreachable' && listener === undefined))
    return failed(`${job}: nothing listens on ${port}`, down(facts));
  // A producer that is not well says so with a status; a process that knows no metrics has no such page.
  if (kind === 'status' && status >= 500)
    return failed(`${job}: ${name} answers ${path} with status ${status}`, down(facts));
  return wrong(facts, `${name} listens on ${port}, and serves no ${path}: ${message}`);
}

function wrong(facts: ProducerFacts, why: string): Found {
  return failed(`${facts.job}: the wrong process: ${why}`, down(facts));
}

function down({ job, port, runbook }: ProducerFacts): string {
  return runbook?.down ?? `see that nothing else holds ${port}, then start ${job} on it`;
}

/** The port of an address. */
function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

/** True where an address is on this machine. */
export function isHere(url: string): boolean {
  return /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(url).hostname);
}
