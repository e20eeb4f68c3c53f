import type { JsonObject } from '../model/json.js';
import { quote } from '../promql/quote.js';
import type { AlertDefinition } from './alert.js';
import type { AlertTest, Expectation } from './alert-test.js';
import { renderTemplate, computedActions } from './template.js';
import type { TestSeries } from './test-series.js';
import type { RuleFile } from './rule-file.js';
import { printTimeline, secondsOf } from './timeline.js';

/**
 * promtool's unit tests of a rule file.
 *
 * @param siblings the other rule files that its server loads: its rules may ask what those record
 * @param evaluation how often the server evaluates rules, a PromQL duration
 */
export function emitTests(file: RuleFile, siblings: readonly RuleFile[], evaluation: string): JsonObject {
  const alerts = file.groups.flatMap(({ rules }) => rules.filter((rule) => rule.kind === 'alert'));
  const others = siblings.filter(({ name }) => name !== file.name);
  return {
    rule_files: [file, ...others].map(({ name }) => `../rules/${name}`),
    evaluation_interval: evaluation,
    // Groups that are not named are evaluated in any order.
    group_eval_order: [...others, file].flatMap(({ groups }) => groups.map(({ name }) => name)),
    tests: alerts.flatMap((alert) => alert.tests.map((test) => emitTest(alert, test, secondsOf(evaluation)))),
  };
}

function emitTest(alert: AlertDefinition, test: AlertTest<string>, evaluation: number): JsonObject {
  // Series without a producer, such as up, are sampled as often as rules are evaluated.
  const interval = Math.min(...test.series.map((series) => series.interval ?? evaluation), evaluation);
  const end = Math.max(...test.expectations.map(({ to }) => to), interval);
  const times = test.expectations.filter(({ from }) => from !== undefined);
  const moments = test.expectations.filter(({ from }) => from === undefined);
  return {
    name: `${alert.name}: ${test.name}`,
    interval: printSeconds(interval),
    input_series: test.series.map((series) => ({
      series: seriesText(series),
      values: printTimeline(series.stretches, interval, end),
    })),
    ...listed(
      'alert_rule_test',
      moments.map((each) => emitMoment(alert, each)),
    ),
    ...listed(
      'promql_expr_test',
      times.map((each) => emitTime(alert, each, evaluation)),
    ),
  };
}

/** A list under its name, where it has anything. */
function listed(name: string, list: readonly JsonObject[]): JsonObject {
  return list.length === 0 ? {} : { [name]: list };
}

/** No evaluation of a time found the alert otherwise than expected. */
function emitTime({ name }: AlertDefinition, { from = 0, to, fires }: Expectation<string>, step: number): JsonObject {
  const firing = `ALERTS{alertname=${quote(name)}, alertstate="firing"}`;
  const window = printSeconds(to - from);
  return {
    expr: fires
      ? `count_over_time(absent(${firing})[${window}:${printSeconds(step)}])`
      : `count_over_time(${firing}[${window}])`,
    eval_time: printSeconds(to),
    exp_samples: [],
  };
}

function emitMoment(alert: AlertDefinition, { to, alerts }: Expectation<string>): JsonObject {
  return {
    eval_time: printSeconds(to),
    alertname: alert.name,
    exp_alerts: alerts.map(({ labels, values }) => {
      const returned = labels as Readonly<Record<string, string>>;
      let used = 0;
      return {
        exp_labels: { ...returned, ...alert.labels },
        exp_annotations: Object.fromEntries(
          Object.entries(alert.annotations).map(([name, text]) => {
            const from = used;
            used += computedActions(text);
            return [name, renderTemplate(text, returned, values.slice(from, used))];
          }),
        ),
      };
    }),
  };
}

function seriesText({ metric, labels }: TestSeries): string {
  const inside = Object.entries(labels).map(([label, value]) => `${label}=${quote(value)}`);
  return inside.length === 0 ? metric : `${metric}{${inside.join(', ')}}`;
}

/** Seconds as a PromQL duration: `90` is `1m30s`. */
export function printSeconds(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor(whole / 60) % 60, 'm'],
    [whole % 60, 's'],
    [Math.round((seconds - whole) * 1000), 'ms'],
  ] as const;
  const text = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count}${unit}`])).join('');
  return text === '' ? '0s' : text;
}
