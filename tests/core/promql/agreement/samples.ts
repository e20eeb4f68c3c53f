const start = 1_700_000_000;
const interval = 15;
const count = 120;

/** When the samples end: the time to ask for. */
export const end = start + interval * (count - 1);

const instances = ['web-1:8000', 'web-2:8000'];
const routes = ['/', '/login'];

/** Half an hour of samples of every family of the catalog, in the OpenMetrics format. */
export function samples(): string {
  const web = instances.flatMap((instance, at) =>
    routes.map((route, of) => ({ labels: `job="web",instance="${instance}",route="${route}"`, pace: at + 2 * of + 1 })),
  );
  const node = ['cpu', 'disk'].map((zone, at) => ({
    labels: `job="node",instance="node:9100",zone="${zone}"`,
    pace: at + 1,
  }));
  return [
    ...web.flatMap(({ labels, pace }) =>
      ['GET', 'POST'].flatMap((method) => grown('requests_total', `${labels},method="${method}"`, pace)),
    ),
    ...web.flatMap(({ labels, pace }) => lines('in_flight', labels, (step) => (step * pace) % 7)),
    ...node.flatMap(({ labels, pace }) => lines('temperature_celsius', labels, (step) => 40 + ((step * pace) % 5))),
    ...['0.1', '0.5', '+Inf'].flatMap((le, at) =>
      web.flatMap(({ labels, pace }) => grown('latency_seconds_bucket', `${labels},le="${le}"`, pace * (at + 1))),
    ),
    ...web.flatMap(({ labels, pace }) => grown('latency_seconds_sum', labels, pace / 3)),
    ...web.flatMap(({ labels, pace }) => grown('latency_seconds_count', labels, pace * 3)),
    ...[...instances.map((instance) => `job="web",instance="${instance}"`), 'job="node",instance="node:9100"'].flatMap(
      (labels) => lines('up', labels, () => 1),
    ),
    '# EOF',
    '',
  ].join('\n');
}

function grown(name: string, labels: string, pace: number): readonly string[] {
  return lines(name, labels, (step) => step * pace);
}

function lines(name: string, labels: string, value: (step: number) => number): readonly string[] {
  return Array.from({ length: count }, (_, step) => `${name}{${labels}} ${value(step)} ${start + step * interval}`);
}
