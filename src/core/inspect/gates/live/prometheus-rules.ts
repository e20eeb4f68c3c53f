import { fetchRules, type LoadedRule } from '../../../live/prometheus/rules.js';
import { signedSeconds } from '../../../promql/duration.js';
import { parseQuery } from '../../../document/read/query.js';
import { print } from '../../../promql/print.js';
import { judged, passed, type GateResult } from '../gate-result.js';
import { counted } from '../../../pack/page/markdown.js';
import { look } from '../look.js';
import type { BuiltRule } from '../verified-pack.js';
import type { LiveServer } from './live-server.js';

/** A gate: a Prometheus has loaded the rules that its files have, and can evaluate them. */
export function checkPrometheusRules(
  rules: readonly BuiltRule[],
  { server, transport }: LiveServer,
): Promise<GateResult> {
  const { uid } = server.datasource;
  const own = rules.filter((rule) => rule.server === uid);
  return look({ check: 'prometheus.rules', subject: uid }, transport, async (noted) => {
    if (own.length === 0) return passed('no rule file of the pack belongs to it');
    const loaded = await fetchRules(noted);
    return judged(
      own.flatMap((rule) => problemOf(rule, loaded) ?? []),
      `${counted(own.length, 'rule')} loaded and evaluated`,
      'rules are not loaded as they were built',
      'see that it mounts its rules and that rule_files names them, then restart it: without --web.enable-lifecycle it does not reload',
    );
  });
}

function problemOf({ file, group, name, kind, expr }: BuiltRule, loaded: readonly LoadedRule[]): string | undefined {
  const place = `${file} / ${group} / ${name}`;
  const named = loaded.filter((rule) => rule.kind === kind && rule.name === name);
  const found = named.find((rule) => rule.group === group && baseName(rule.file) === file);
  if (found === undefined) {
    const [other] = named;
    return other === undefined
      ? `${place} is not loaded`
      : `${place} is not loaded; ${other.group} of ${baseName(other.file)} has a rule of this name`;
  }
  if (found.health === 'err') return `${place} cannot be evaluated: ${found.lastError}`;
  return isSame(found.expr, expr) ? undefined : `${place} asks something else there: ${found.expr}`;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Prometheus prints a query in its own way: the trees are compared, with durations by their length. */
function isSame(left: string, right: string): boolean {
  return canonical(left) === canonical(right);
}

function canonical(expr: string): string {
  const { node } = parseQuery(expr);
  const text = node === undefined ? expr : print(node);
  return text
    .replaceAll(/\b(?:\d+(?:ms|[smhdwy]))+\b/g, (duration) => String(signedSeconds(duration) ?? duration))
    .replaceAll(/\s+/g, '');
}
