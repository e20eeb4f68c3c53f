import type { Json } from '../../model/json.js';
import { listOf, recordOf, recordsIn, textOf } from '../../document/read/values.js';
import type { SideTest } from '../side.js';

/**
 * Reads a file of promtool's unit tests; undefined where it is none.
 *
 * @param json the parsed YAML
 */
export function readTests(json: Json | undefined, file: string): readonly SideTest[] | undefined {
  const { tests, rule_files: ruleFiles } = recordOf(json);
  if (!Array.isArray(tests) || !Array.isArray(ruleFiles)) return undefined;
  return recordsIn(tests as Json, []).map(({ json: test }, index) => ({
    file,
    name: textOf(test['name']) ?? `test ${index + 1}`,
    alerts: alertsOf(test),
    json: test,
  }));
}

function alertsOf(test: { readonly [key: string]: Json | undefined }): readonly string[] {
  const names = listOf(test['alert_rule_test']).map((each) => textOf(recordOf(each)['alertname']));
  return [...new Set(names.filter((name) => name !== undefined))];
}
