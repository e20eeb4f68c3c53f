import * as units from '@grafana/grafana-foundation-sdk/units';
import { expect, test } from 'vitest';
import { grafanaUnit, type BaseUnit } from '../../../../src/core/model/unit.js';
import { unitOf } from '../../../../src/core/promql/analyze/unit.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { lookup } from './fixture.js';

test.each([
  // What is declared.
  ['memory_bytes', 'bytes'],
  ['in_flight', 'unknown'],
  ['unknown', 'unknown'],
  ['decisions_total', 'count'],
  ['requests_total', 'requests'],
  ['latency_seconds_sum', 'seconds'],
  ['latency_seconds_count', 'count'],
  ['latency_seconds_bucket', 'count'],
  // Rates.
  ['rate(decisions_total[5m])', 'count/second'],
  ['sum(irate(requests_total[5m]))', 'requests/second'],
  ['sum(rate(requests_total[5m])) * 60', 'requests/minute'],
  ['60 * rate(events_total[5m])', 'events/minute'],
  ['60 * rate(events_total[5m]) / 60', 'events/second'],
  ['rate(events_total[5m]) * 3600', 'unknown'],
  ['increase(decisions_total[5m])', 'count'],
  ['deriv(memory_bytes[5m])', 'bytes/second'],
  ['delta(memory_bytes[5m])', 'bytes'],
  ['deriv(utilization[5m])', 'unknown'],
  ['rate(sum(requests_total)[5m:])', 'requests/second'],
  // Shares and averages.
  ['sum(rate(requests_total{route="/"}[5m])) / sum(rate(requests_total[5m]))', 'ratio'],
  ['memory_bytes / memory_bytes * 100', 'percent'],
  ['100 * (1 - memory_bytes / memory_bytes)', 'percent'],
  ['100 * memory_bytes / memory_bytes', 'percent'],
  ['sum(memory_bytes) * 100 / sum(memory_bytes)', 'percent'],
  ['10 * 10 * memory_bytes / memory_bytes', 'percent'],
  ['1000 * rate(latency_seconds_sum[5m]) / rate(latency_seconds_count[5m])', 'milliseconds'],
  ['$factor * memory_bytes / memory_bytes', 'unknown'],
  ['memory_bytes * utilization / memory_bytes', 'ratio'],
  ['disk_percent / 100', 'ratio'],
  ['rate(latency_seconds_sum[5m]) / rate(latency_seconds_count[5m])', 'seconds'],
  ['increase(latency_ms_sum[5m]) / increase(latency_ms_count[5m])', 'milliseconds'],
  ['sum(rate(latency_seconds_sum[5m])) / sum(rate(requests_total[5m]))', 'seconds'],
  ['rate(latency_seconds_sum[5m]) / latency_seconds_count', 'unknown'],
  ['avg(up)', 'ratio'],
  ['sum(up)', 'count'],
  ['avg_over_time(up[1h])', 'ratio'],
  ['min(up)', 'bool'],
  // Times.
  ['time() - last_event_timestamp_seconds', 'seconds'],
  ['(time() - max(last_event_timestamp_seconds)) * 1000', 'milliseconds'],
  ['last_event_timestamp_seconds * 1000', 'unixMilliseconds'],
  ['max(freshness_minutes)', 'minutes'],
  ['freshness_minutes * 60', 'seconds'],
  ['max(last_event_timestamp_seconds)', 'unixSeconds'],
  ['last_event_timestamp_seconds + 60', 'unixSeconds'],
  ['timestamp(up)', 'unixSeconds'],
  ['rate(latency_ms_sum[5m]) / rate(latency_ms_count[5m]) / 1000', 'seconds'],
  ['rate(sent_bytes_total[5m]) * (time() - last_event_timestamp_seconds)', 'bytes'],
  // Quantiles.
  ['histogram_quantile(0.95, sum by (le) (rate(latency_seconds_bucket[5m])))', 'seconds'],
  ['histogram_quantile(0.95, rate(latency_ms_bucket[5m])) / 1000', 'seconds'],
  ['histogram_quantile(0.95, rate(latency_ms_bucket[5m]) + rate(latency_seconds_bucket[5m]))', 'unknown'],
  ['histogram_fraction(0, 1, rate(latency_ms_bucket[5m]))', 'ratio'],
  // What counts.
  ['count(up)', 'count'],
  ['count by (job) (up == 1)', 'count'],
  ['changes(up[1h])', 'count'],
  ['count_values("v", up)', 'count'],
  // What keeps.
  ['clamp_max(topk(5, sort_desc(memory_bytes)), 9)', 'bytes'],
  ['memory_bytes > 5', 'bytes'],
  ['5 < memory_bytes', 'bytes'],
  ['memory_bytes > bool 5', 'bool'],
  ['memory_bytes + memory_bytes', 'bytes'],
  ['memory_bytes - disk_percent', 'unknown'],
  ['memory_bytes or vector(0)', 'bytes'],
  ['vector(0) or memory_bytes', 'bytes'],
  ['memory_bytes or disk_percent', 'unknown'],
  ['memory_bytes and on (job) up == 1', 'bytes'],
  ['memory_bytes * on (job) group_left () up', 'bytes'],
  ['utilization * memory_bytes', 'bytes'],
  ['-memory_bytes', 'bytes'],
  ['memory_bytes * 0', 'bytes'],
  ['memory_bytes / 1024', 'unknown'],
  ['memory_bytes * $factor', 'unknown'],
  ['sqrt(memory_bytes)', 'unknown'],
  ['memory_bytes ^ 2', 'unknown'],
  ['1', 'unknown'],
  ['vector(1)', 'unknown'],
  ['$function(memory_bytes)', 'unknown'],
])('%s is %s', (query, expected) => {
  const unit = unitOf(parse(query), lookup);
  expect(unit === 'unknown' ? unit : [unit.base, ...(unit.per === undefined ? [] : [unit.per])].join('/')).toBe(
    expected,
  );
});

test('every unit that Grafana has is named by an id that it knows', () => {
  const bases: Readonly<Record<BaseUnit, readonly (string | undefined)[]>> = {
    seconds: ['s', undefined, undefined],
    minutes: ['m', undefined, undefined],
    milliseconds: ['ms', undefined, undefined],
    unixSeconds: [undefined, undefined, undefined],
    unixMilliseconds: ['dateTimeAsIso', undefined, undefined],
    bytes: ['bytes', 'binBps', undefined],
    ratio: ['percentunit', undefined, undefined],
    percent: ['percent', undefined, undefined],
    bool: ['bool', undefined, undefined],
    requests: ['short', 'reqps', 'reqpm'],
    events: ['short', 'eps', 'epm'],
    count: ['short', 'cps', 'cpm'],
  };
  const known = new Set<unknown>(Object.values(units));
  for (const [base, ids] of Object.entries(bases) as [BaseUnit, readonly (string | undefined)[]][]) {
    expect([grafanaUnit({ base }), grafanaUnit({ base, per: 'second' }), grafanaUnit({ base, per: 'minute' })]).toEqual(
      ids,
    );
    for (const id of ids) expect(id === undefined || known.has(id)).toBe(true);
  }
  expect(grafanaUnit('unknown')).toBeUndefined();
});

test('a chain of products and quotients that is twice as long takes twice the work', () => {
  const work = (length: number): number => {
    let asked = 0;
    const counting = Object.assign(
      (name: string) => {
        asked += 1;
        return lookup(name);
      },
      { names: lookup.names },
    );
    expect(unitOf(parse(`memory_bytes${' * memory_bytes / memory_bytes'.repeat(length)}`), counting)).toBe('unknown');
    return asked;
  };
  expect(work(8)).toBeLessThanOrEqual(2 * work(4));
});
