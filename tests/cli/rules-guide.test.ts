import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { promtool } from '../servers/promtool.js';
import { createProject } from './project.js';

const guide = readFileSync(join(import.meta.dirname, '../../docs/guides/rules.md'), 'utf8');
const [alert = '', recording = '', ruleFile = ''] = [...guide.matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code);

test('the examples of the guide build, and promtool finds their tests true', async () => {
  const project = createProject({
    'rules.ts': `import { alert, alertTest, firesAt, grow, gt, hold, missing, rate, record, recorded, ruleFile, series, silentUntil, sum } from 'dashpack';
import { LOCAL, requests } from './catalog.js';
${alert}${recording}${ruleFile}`,
  });
  project.edit('pack.ts', "'./catalog.js';", "'./catalog.js';\nimport { errorRate, webAlerts } from './rules.js';");
  project.edit('pack.ts', 'metrics: [catalog],', 'metrics: [catalog, errorRate],\n  rules: [webAlerts],');
  expect(await project.run(['build'])).toMatchObject({ code: 0 });
  const folder = join(project.folder, 'generated/team/prometheus/prom_local');
  for (const args of [
    ['check', 'config', 'prometheus.yml'],
    ['check', 'rules', 'rules/web_alerts.yml'],
    ['test', 'rules', 'tests/web_alerts_test.yml'],
  ]) {
    expect(promtool(args, folder)).toMatchObject({ code: 0, printed: expect.stringContaining('SUCCESS') });
  }
  const { stdout } = await project.run(['explain', 'web:errors:rate5m']);
  expect(stdout).toContain('recorded  recording rule web:errors:rate5m  rules.ts:');
}, 60_000);
