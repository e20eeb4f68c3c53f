import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { prometheusAt, type Prometheus } from '../../core/live/prometheus/prometheus.js';
import { createTransport } from '../../core/live/transport.js';
import type { Scenario } from '../../core/model/scenario.js';
import type { Pack } from '../../core/pack/pack.js';
import type { Server } from '../../core/pack/servers.js';
import { durationSeconds } from '../../core/promql/duration.js';
import { writeBackfill } from '../../core/simulate/backfill.js';
import { endOfFile } from '../../core/simulate/open-metrics.js';
import type { Simulated } from '../../core/simulate/series.js';
import { QueryServers } from '../../core/inspect/ask/servers.js';
import type { QueryDatasource } from '../../core/inspect/ask/server.js';
import { AnswerLog } from '../../core/inspect/proof/answer-log.js';
import type { ProofWorld } from '../../core/inspect/proof/prove-dashboard.js';
import { runRule, type RuleRun } from '../../core/inspect/proof/run-rule.js';
import { ruleSteps, serverRules } from '../../core/inspect/proof/server-rules.js';
import { clock } from '../live/connect.js';
import { historyFacts } from './history-facts.js';
import { inTurns } from './schedule.js';
import type { Workshop } from './workshop.js';

/** The parts of a world. All times are Unix times in seconds. */
export interface WorldSpec {
  readonly pack: Pack;
  /** The families that its producers export; default those of its catalog. */
  readonly simulated?: Simulated;
  readonly servers: readonly Server[];
  readonly scenario: Scenario;
  readonly from: number;
  readonly to: number;
  readonly denseFor: number;
  /** From when on rules are evaluated. */
  readonly rulesFrom: number;
  /** The texts of the rule files that servers load, by their names. */
  readonly ruleTexts: ReadonlyMap<string, string>;
  /** False where nobody looks at the log, which grows with every question. Default true. */
  readonly isLogged?: boolean;
}

/** Servers with the history of a scenario, and what their rules came to in it. */
export interface World extends ProofWorld {
  readonly rules: readonly RuleRun[];
  stop(): Promise<void>;
}

/** Makes the history of a scenario, starts servers that have it, evaluates their rules and adds what those write. */
export async function createWorld(spec: WorldSpec, workshop: Workshop): Promise<World> {
  const log = new AnswerLog();
  const made = await inTurns(spec.servers, (server) => createServer(server, spec, workshop));
  const datasources = made.map(({ server, prometheus }) =>
    describe(server, spec.isLogged === false ? undefined : log, prometheus),
  );
  return {
    servers: new QueryServers(datasources),
    log,
    now: spec.to,
    rules: made.flatMap(({ rules }) => rules),
    stop: async () => {
      await Promise.all(made.map(({ stop }) => stop()));
    },
  };
}

async function createServer(server: Server, spec: WorldSpec, workshop: Workshop) {
  const { pack, scenario, from, to, denseFor, rulesFrom, simulated } = spec;
  const room = workshop.room();
  const source = { targetHost: pack.targetHost, metrics: (simulated ?? pack).metrics };
  const backfill = { pack: source, server, scenario, from, to, denseFor };
  const facts = historyFacts(backfill);
  if (!workshop.takeHistory(room, facts)) {
    await addHistory(workshop, room, (write) => writeBackfill(backfill, write));
    workshop.keepHistory(room, facts);
  }
  const files = server.ruleFiles.filter(({ offBecause }) => offBecause === undefined).map(({ name }) => name);
  for (const name of files) writeFileSync(join(room, name), spec.ruleTexts.get(name) ?? '');
  const runs: RuleRun[] = [];
  let running = await workshop.start(room, files);
  for (const step of ruleSteps(serverRules(server))) {
    const asked = { uid: server.datasource.uid, prometheus: connect(running.url) };
    const done = await Promise.all(step.map((rule) => runRule(rule, asked, { start: rulesFrom, end: to })));
    runs.push(...done);
    const written = done.filter(({ rule }) => rule.isLoaded).map((run) => run.written);
    if (written.join('') === '') continue;
    await running.stop();
    await addHistory(workshop, room, (write) => {
      for (const text of [...written, endOfFile]) write(text);
    });
    running = await workshop.start(room, files);
  }
  const stop = async (): Promise<void> => {
    await running.stop();
    workshop.clear(room);
  };
  return { server, prometheus: connect(running.url), rules: runs, stop };
}

async function addHistory(
  workshop: Workshop,
  room: string,
  write: (write: (text: string) => void) => void,
): Promise<void> {
  const file = join(room, 'history.txt');
  const out = openSync(file, 'w');
  try {
    write((text) => writeSync(out, text));
  } finally {
    closeSync(out);
  }
  await workshop.addBlocks(room, 'history.txt');
  rmSync(file);
}

function connect(baseUrl: string): Prometheus {
  return prometheusAt(createTransport({ baseUrl, clock, concurrency: 8 }));
}

function describe(
  { datasource, roles, interval }: Server,
  log: AnswerLog | undefined,
  prometheus: Prometheus,
): QueryDatasource {
  const { uid, isDefault } = datasource;
  const title = `${roles.join(', ')} (${uid})`;
  return {
    title,
    names: [uid, ...roles],
    roles,
    isDefault,
    isOnly: false,
    scrapeInterval: durationSeconds(interval) ?? 15,
    prometheus: log?.listen(title, prometheus) ?? prometheus,
  };
}
