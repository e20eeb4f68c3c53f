import type { Node } from '../promql/node.js';
import type { PromqlSyntaxError } from '../promql/syntax-error.js';
import type { JsonObject } from '../model/json.js';
import type { JsonPath } from './json-path.js';
import type { Unread } from './read-dashboard.js';

/** A rule of a Prometheus rule file. */
export interface ReadRule {
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly group: string;
  readonly expr: string;
  readonly node: Node | undefined;
  readonly error: PromqlSyntaxError | undefined;
  readonly for: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly interval: string | undefined;
  readonly json: JsonObject;
  readonly path: JsonPath;
  readonly exprPath: JsonPath;
}

/** A Prometheus rule file. */
export interface ReadRuleFile {
  readonly rules: readonly ReadRule[];
  readonly unread: readonly Unread[];
  readonly path: JsonPath;
}
