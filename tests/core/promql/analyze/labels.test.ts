import { expect, test } from 'vitest';
import { carriedLabels } from '../../../../src/core/promql/analyze/labels.js';
import { parse } from '../../../../src/core/promql/parse.js';
import { lookup } from './fixture.js';

/** Labels certainly carried, then in brackets those that some series carry, then `…` where more may be. */
test.each([
  // Selectors.
  ['decisions_total', 'decision reason job instance'],
  ['{__name__="in_flight"}', 'route job instance'],
  ['latency_seconds_bucket', 'route job instance le'],
  ['latency_seconds_sum', 'route job instance'],
  ['up', 'job instance'],
  ['route:errors:ratio', 'route'],
  ['unknown', '…'],
  ['unknown{a="b", c!="", d=~".+", e=~".*", f="", g!~".+", h="$h", i=~"("}', 'a c d …'],
  ['{__name__=~"x.+", a="b"}', 'a …'],
  ['$metric{a="b"}', 'a …'],
  ['in_flight[5m]', 'route job instance'],
  // Numbers.
  ['1', ''],
  ['time()', ''],
  ['scalar(in_flight)', ''],
  ['vector(1)', ''],
  ['hour()', ''],
  // Functions.
  ['rate(decisions_total[5m])', 'decision reason job instance'],
  ['max_over_time(sum by (route) (in_flight)[1h:])', 'route'],
  ['quantile_over_time(0.9, in_flight[5m])', 'route job instance'],
  ['-in_flight', 'route job instance'],
  ['hour(in_flight)', 'route job instance'],
  ['absent(x{a="b", c=~"d", e="", f="1", f="2", g!="h"})', 'a'],
  ['absent_over_time(x{a="b"}[5m])', 'a'],
  ['absent(sum(x{a="b"}))', ''],
  ['label_replace(up, "host", "$1", "instance", "(.*):.*")', 'job instance host'],
  ['label_replace(up, "instance", "", "instance", ".*")', 'job'],
  ['label_replace(up, "$label", "x", "", "")', 'job instance …'],
  ['label_join(up, "where", "/", "job", "instance")', 'job instance where'],
  ['info(up)', 'job instance …'],
  ['$function(up)', '…'],
  ['histogram_quantile(0.9, sum by (le, route) (rate(latency_seconds_bucket[5m])))', 'route'],
  ['histogram_quantiles(rate(latency_seconds_bucket[5m]), "q", 0.5, 0.9)', 'route job instance q'],
  // Aggregations.
  ['sum(in_flight)', ''],
  ['sum by (route, job) (in_flight)', 'route job'],
  ['sum by (route, nothing) (in_flight)', 'route'],
  ['sum by (a, b) (unknown{a="1"})', 'a [b]'],
  ['sum by ($label, route) (in_flight)', 'route …'],
  ['sum without (route) (in_flight)', 'job instance'],
  ['sum without ($label) (in_flight)', '[route job instance]'],
  ['topk by (job) (5, in_flight)', 'route job instance'],
  ['limitk(5, in_flight)', 'route job instance'],
  ['count_values by (job) ("value", in_flight)', 'job value'],
  ['$aggregation by (job) (in_flight)', '…'],
  // Operators.
  ['in_flight * 2', 'route job instance'],
  ['2 * in_flight', 'route job instance'],
  ['in_flight > 0', 'route job instance'],
  ['in_flight / in_flight', 'route job instance'],
  ['in_flight / on (route, job) in_flight', 'route job'],
  ['in_flight / on (job) unknown', 'job'],
  ['unknown / on (job) in_flight', 'job'],
  ['in_flight / ignoring (route) up', 'job instance'],
  ['in_flight * on (job) group_left (reason) decisions_total', 'route job instance reason'],
  ['in_flight * on (job) group_left (gone) up', 'route job instance'],
  ['up * on (job) group_right () in_flight', 'route job instance'],
  ['in_flight and on (job) up', 'route job instance'],
  ['in_flight unless up', 'route job instance'],
  ['sum by (route) (in_flight) or vector(0)', '[route]'],
  ['in_flight or up', 'job instance [route]'],
  ['in_flight or unknown', '[route job instance] …'],
])('%s', (query, expected) => {
  const { labels, possible, others } = carriedLabels(parse(query), lookup);
  const some = [...possible].filter((label) => !labels.has(label));
  const parts = [...labels, ...(some.length === 0 ? [] : [`[${some.join(' ')}]`]), ...(others ? ['…'] : [])];
  expect(parts.join(' ')).toBe(expected);
});
