import { anyValue, counter, eq, gauge, histogram, producer, role, universal } from 'dashpack';
import { exporter } from 'dashpack/exporter';
import { describe, expect, test } from 'vitest';
import type { FollowerState } from '../../../../src/core/exporter/follow/follow-file.js';
import { createEventMetrics, type EventMetrics } from '../../../../src/core/exporter/run/event-metrics.js';

const LOCAL = role('LOCAL');
const up = universal('up', 'gauge', { help: 'Up.' });
const web = producer('web', {
  port: 8000,
  scrapedBy: [LOCAL],
  scrapeInterval: '5s',
  alive: () => eq(up.on(LOCAL)({ job: 'web' }), 1),
});
const owned = { owner: LOCAL, producer: web } as const;
const labels = { user: anyValue('ann'), kind: ['get', 'put'] } as const;
const requests = counter('requests_total', { ...owned, help: 'Requests.', labels });
const lastSeen = gauge('last_seen', { ...owned, help: 'Last seen.', labels: { user: labels.user } });
const size = histogram('size', { ...owned, help: 'Sizes.', labels: { user: labels.user }, buckets: [1, 10] });
const alive = gauge('alive', { ...owned, help: 'Alive.' });
const total = counter('lines_total', { ...owned, help: 'Lines.', labels: { kind: labels.kind } });

/** Lines are a user, a kind, a number and a time. */
const example = exporter({
  producer: web,
  metrics: [requests, lastSeen, size, alive, total],
  heartbeat: [alive],
  environment: { events: 'EVENTS', port: 'PORT' },
  boundedLabels: ['user'],
  mostGroups: 2,
  start(updates) {
    updates.set(alive, {}, 1);
    return {
      line(text) {
        const [user = '', kind, value, time] = text.split(' ');
        const known = kind === 'put' ? 'put' : 'get';
        updates.add(total, { kind: known });
        const group = updates.group({ user }, time === undefined ? undefined : Number(time));
        group.add(requests, { kind: known });
        group.raise(lastSeen, {}, Number(value));
        group.observe(size, {}, Number(value));
      },
      tooLong: () => updates.ignored('line', 'unreadable'),
    };
  },
  sampleRunId: 'ann',
  sample: () => 'ann get 1',
  smoke: () => ({ lines: [], expected: [] }),
});

const read: FollowerState = {
  problem: undefined,
  caughtUp: true,
  unread: 7,
  lines: 3,
  tooLong: 0,
  rotations: 0,
  truncations: 0,
};

function setUp(clock = 1000): { readonly metrics: EventMetrics; readonly file: { state: FollowerState } } {
  const file = { state: read };
  return {
    file,
    metrics: createEventMetrics(
      example,
      {},
      () => file.state,
      () => clock,
    ),
  };
}

/** The samples of families whose name begins so. */
async function samples(metrics: EventMetrics, name: RegExp): Promise<readonly string[]> {
  return (await metrics.page()).split('\n').filter((line) => name.test(line) && !line.startsWith('#'));
}

test('each kind of update does what its type is for', async () => {
  const { metrics } = setUp();
  for (const line of ['ann get 3', 'ann put 5', 'ann get 2', 'bob get 20']) metrics.line(line, 0);
  expect(await samples(metrics, /^(?:requests|last|size|lines)/)).toEqual([
    'requests_total{user="ann",kind="get"} 2',
    'requests_total{user="ann",kind="put"} 1',
    'requests_total{user="bob",kind="get"} 1',
    'last_seen{user="ann"} 5',
    'last_seen{user="bob"} 20',
    'size_bucket{le="1",user="ann"} 0',
    'size_bucket{le="10",user="ann"} 3',
    'size_bucket{le="+Inf",user="ann"} 3',
    'size_sum{user="ann"} 10',
    'size_count{user="ann"} 3',
    'size_bucket{le="1",user="bob"} 0',
    'size_bucket{le="10",user="bob"} 0',
    'size_bucket{le="+Inf",user="bob"} 1',
    'size_sum{user="bob"} 20',
    'size_count{user="bob"} 1',
    'lines_total{kind="get"} 3',
    'lines_total{kind="put"} 1',
  ]);
});

test('who finds no place counts under the overflow, in every family, and is counted', async () => {
  const { metrics } = setUp();
  for (const user of ['ann', 'bob', 'cid', 'dan']) metrics.line(`${user} get 1`, 0);
  expect(await samples(metrics, /^requests|label_sets |overflowed_events_total /)).toEqual([
    'dashpack_exporter_label_sets 2',
    'dashpack_exporter_overflowed_events_total 2',
    'requests_total{user="ann",kind="get"} 1',
    'requests_total{user="bob",kind="get"} 1',
    'requests_total{user="__overflow__",kind="get"} 2',
  ]);
});

describe('while the file that was there at the start is being read', () => {
  test('the page has the heartbeat and what the exporter says of itself, and no number that is still climbing', async () => {
    const { metrics, file } = setUp();
    file.state = { ...read, caughtUp: false };
    metrics.line('ann get 1', 0);
    expect(await samples(metrics, /^(?!dashpack)./)).toEqual(['alive 1']);
    file.state = read;
    expect(await samples(metrics, /^requests/)).toEqual(['requests_total{user="ann",kind="get"} 1']);
  });

  test('the runs of the past make room for those of today', async () => {
    const { metrics, file } = setUp(1_000_000);
    file.state = { ...read, caughtUp: false };
    for (const line of ['old get 1 1000', 'older get 1 900', 'new get 1 900000', 'newest get 1 999999'])
      metrics.line(line, 0);
    file.state = read;
    expect(await samples(metrics, /^requests|retired_total /)).toEqual([
      'dashpack_exporter_label_sets_retired_total 2',
      'requests_total{user="new",kind="get"} 1',
      'requests_total{user="newest",kind="get"} 1',
    ]);
  });
});

test('what was left out is counted', async () => {
  const { metrics } = setUp();
  metrics.tooLong();
  expect(await samples(metrics, /^dashpack_exporter_values_ignored_total\{/)).toEqual([
    'dashpack_exporter_values_ignored_total{field="line",reason="unreadable"} 1',
  ]);
});

test('a family that the exporter does not list cannot be changed', () => {
  const unlisted = exporter({
    ...example,
    metrics: [],
    heartbeat: [],
    start: (updates) => ({ line: () => updates.add(total, { kind: 'get' }), tooLong: () => undefined }),
  });
  const metrics = createEventMetrics(
    unlisted,
    {},
    () => read,
    () => 0,
  );
  expect(() => metrics.line('', 0)).toThrow('"lines_total" is not among the exporter\'s metrics: list it there');
});

test('the compiler refuses what the catalog does not allow', () => {
  exporter({
    ...example,
    start(updates) {
      const group = updates.group({ user: 'ann' }, undefined);
      return {
        line: () => {
          // @ts-expect-error: not one of the label's values
          updates.add(total, { kind: 'delete' });
          // @ts-expect-error: a label that is missing
          updates.add(total, {});
          // @ts-expect-error: a label that the family does not have
          updates.add(total, { kind: 'get', user: 'ann' });
          // @ts-expect-error: a label that the group has set already
          group.add(requests, { kind: 'get', user: 'bob' });
          // @ts-expect-error: a family without the label of the group
          group.add(total, { kind: 'get' });
          // @ts-expect-error: a gauge only goes up and down
          updates.add(alive, {});
          // @ts-expect-error: a counter is not set
          updates.set(total, { kind: 'get' }, 1);
          // @ts-expect-error: only histograms observe
          group.observe(lastSeen, {}, 1);
          // @ts-expect-error: not a label that is bounded
          updates.group({ name: 'ann' }, undefined);
        },
        tooLong: () => undefined,
      };
    },
  });
  expect(example.boundedLabels).toEqual(['user']);
});
