import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/core/model/finding.js';
import { reports, type Format } from '../../../src/core/report/report.js';

const findings: readonly Finding[] = [
  {
    id: 'promql/rate-on-gauge',
    severity: 'error',
    message: 'rate() needs a counter: web_in_flight is a gauge, 100% certainly',
    subject: 'web: panel "In flight, now"',
    position: { file: 'dashboards/web #1.ts', line: 12, column: 3 },
    fix: 'use delta() or deriv()',
  },
  {
    id: 'panel/legend-label',
    severity: 'warning',
    message: 'the legend names the label "route",\nwhich the query does not return',
    subject: '',
    position: { file: 'a,b:c.ts', line: 1, column: 1 },
  },
  { id: 'pack/name', severity: 'note', message: 'the name is long', subject: 'team' },
];

const options = { colour: false, version: '1.2.3', rest: { exitCode: 1 } };

test.each<[format: Format, golden: string]>([
  ['text', 'text.txt'],
  ['json', 'json.json'],
  ['github', 'github.txt'],
  ['sarif', 'sarif.json'],
])('prints findings as %s', async (format, golden) => {
  await expect([...reports[format](findings, options)].join('')).toMatchFileSnapshot(
    join(import.meta.dirname, '../../golden/report', golden),
  );
});

test.each<[format: Format, printed: string]>([
  ['text', ''],
  ['json', '{\n  "exitCode": 1,\n  "findings": []\n}\n'],
  ['github', ''],
])('prints no findings as %s', (format, printed) => {
  expect([...reports[format]([], options)].join('')).toBe(printed);
});

test('colours the severity in text', () => {
  expect([...reports.text(findings.slice(2), { ...options, colour: true })].join('')).toBe(
    '\u001B[36mnote\u001B[0m pack/name: the name is long\n  in: team\n1 note\n',
  );
});

describe('SARIF', () => {
  interface Result {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly unknown[];
  }
  interface Log {
    readonly $schema: string;
    readonly version: string;
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Result[];
    }[];
  }

  test.each([[findings], [[]]])('has what version 2.1.0 requires', (each) => {
    const log = JSON.parse([...reports.sarif(each, options)].join('')) as Log;
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/sarif-2\.1\.0\.json$/);
    expect(log.runs).toHaveLength(1);
    const [run] = log.runs;
    expect(run?.tool.driver.name).toBe('dashpack');
    expect(run?.results).toHaveLength(each.length);
    for (const { ruleId, ruleIndex, level, message, locations } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(['none', 'note', 'warning', 'error']).toContain(level);
      expect(message.text).not.toBe('');
      expect(locations).toHaveLength(1);
    }
  });
});
