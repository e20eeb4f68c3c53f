import type { JsonObject } from '../../model/json.js';
import { normalise } from '../../emit/normalise.js';
import type { Lookup } from '../../promql/analyze/lookup.js';
import { assembleRuleFile } from '../../rule/assemble-rule-file.js';
import { emitTests } from '../../rule/emit-tests.js';
import type { RuleFacts } from '../../rule/facts.js';
import type { RuleFile } from '../../rule/rule-file.js';
import { checkRuleFacts, checkRuleFiles } from '../check-rules.js';
import type { PackEvent } from '../pack-event.js';
import type { Pack } from '../pack.js';
import { prometheusConfig, serverFolder } from '../prometheus-config.js';
import { serversOf, type Server } from '../servers.js';
import { yamlArtifact } from '../yaml-artifact.js';

/** Builds what the Prometheus servers of a pack load: configuration, rules and their unit tests. */
export async function* buildServers(pack: Pack, lookup: Lookup): AsyncGenerator<PackEvent> {
  yield { findings: checkRuleFiles(pack) };
  const all: RuleFacts[] = [];
  for (const server of serversOf(pack)) {
    const folder = serverFolder(server);
    yield {
      artifact: await yamlArtifact(`${folder}/prometheus.yml`, prometheusConfig(server, pack)),
      findings: [],
    };
    for (const file of server.ruleFiles) {
      const { json, findings, facts } = assembleRuleFile(file, pack, lookup);
      all.push(...facts);
      const path = `${folder}/rules/${file.name}`;
      const plain = normalise(json, path) as JsonObject;
      yield { artifact: await yamlArtifact(path, plain), findings, rules: { json: plain, facts, file, server } };
      yield* testsOf(file, server, folder);
    }
  }
  yield { findings: checkRuleFacts(all, pack) };
}

async function* testsOf(file: RuleFile, server: Server, folder: string): AsyncGenerator<PackEvent> {
  const siblings = server.ruleFiles.filter(({ offBecause }) => offBecause === undefined);
  const json = emitTests(file, siblings, server.interval);
  if ((json['tests'] as readonly unknown[]).length === 0) return;
  const name = file.name.replace(/\.yml$/, '_test.yml');
  yield { artifact: await yamlArtifact(`${folder}/tests/${name}`, json), findings: [] };
}
