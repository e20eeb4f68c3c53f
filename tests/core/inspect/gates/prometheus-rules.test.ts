import { expect, test } from 'vitest';
import { createTransport } from '../../../../src/core/live/transport.js';
import { serversOf } from '../../../../src/core/pack/servers.js';
import { checkPrometheusRules } from '../../../../src/core/inspect/gates/live/prometheus-rules.js';
import type { BuiltRule } from '../../../../src/core/inspect/gates/verified-pack.js';
import { smallPack } from '../../stack/small-stack.js';
import { startRecordedServer } from '../../live/recorded-server.js';
import { testClock } from '../../live/test-clock.js';

const built: BuiltRule = {
  kind: 'alert',
  name: 'Slow',
  group: 'web',
  file: 'web.yml',
  expr: 'sum by (job) (rate(x_total{a="b"}[90s])) > 0.50',
  server: 'prom_local',
};
const same = 'sum by (job) (rate(x_total{a="b"}[1m30s])) > 0.5';

async function problems(rule: object, group: object = {}): Promise<readonly string[] | undefined> {
  const loaded = { type: 'alerting', name: 'Slow', query: same, health: 'ok', ...rule };
  const groups = [{ name: 'web', file: '/etc/prometheus/rules/web.yml', rules: [loaded], ...group }];
  const { url } = await startRecordedServer([{ path: '/api/v1/rules', json: { status: 'success', data: { groups } } }]);
  const [server] = serversOf(smallPack({}));
  if (server === undefined) throw new Error('the pack has no server');
  const transport = createTransport({ baseUrl: url, clock: testClock });
  const live = { server, transport, title: 'LOCAL', pack: 'team', isExplicit: false };
  const { verdict, details } = await checkPrometheusRules([built], live);
  return verdict === 'pass' ? [] : details;
}

test('a rule as Prometheus prints it is the rule that was built', async () => {
  expect(await problems({})).toEqual([]);
});

test.each([
  [{ query: same.replace('0.5', '0.7') }, {}, 'web.yml / web / Slow asks something else there: '],
  [{ query: same.replace('30s', '') }, {}, 'web.yml / web / Slow asks something else there: '],
  [{ health: 'err', lastError: 'many-to-many' }, {}, 'web.yml / web / Slow cannot be evaluated: many-to-many'],
  [{ name: 'Fast' }, {}, 'web.yml / web / Slow is not loaded'],
  [{ type: 'recording' }, {}, 'web.yml / web / Slow is not loaded'],
  [{}, { name: 'other' }, 'web.yml / web / Slow is not loaded; other of web.yml has a rule of this name'],
  [{}, { file: '/rules/old.yml' }, 'web.yml / web / Slow is not loaded; web of old.yml has a rule of this name'],
])('a rule that is %j in a group that is %j', async (rule, group, problem) => {
  expect(await problems(rule, group)).toEqual([expect.stringContaining(problem)]);
});
