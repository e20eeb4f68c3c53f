/** The quantity that a Grafana unit shows. `scale` is how many of the base are one of it: of `ms`, 0.001 seconds. */
export interface ShownUnit {
  readonly quantity: 'time' | 'date' | 'data' | 'share' | 'count';
  readonly scale: number;
  readonly per?: 'second' | 'minute';
}

const time = (scale: number): ShownUnit => ({ quantity: 'time', scale });
const data = (scale: number): ShownUnit => ({ quantity: 'data', scale });
const dataRate = (scale: number): ShownUnit => ({ ...data(scale), per: 'second' });
const counted = (per: 'second' | 'minute'): ShownUnit => ({ quantity: 'count', scale: 1, per });
const date: ShownUnit = { quantity: 'date', scale: 0.001 };

const perSecond = ['cps', 'ops', 'reqps', 'rps', 'wps', 'iops', 'eps', 'mps', 'recps', 'rowsps', 'pps'];
const perMinute = ['cpm', 'opm', 'reqpm', 'rpm', 'wpm', 'epm', 'mpm', 'recpm', 'rowspm'];

/** The bases are seconds, bytes and 1; dates count milliseconds. Units that say nothing of a quantity are not in it. */
const units: ReadonlyMap<string, ShownUnit> = new Map([
  ...record({ ns: 1e-9, µs: 1e-6, ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 }, time),
  ...record({ dtdurations: 1, dtdurationms: 0.001, dthms: 1, dtdhms: 1, clocks: 1, clockms: 0.001 }, time),
  ...record({ percentunit: 1, percent: 0.01 }, (scale) => ({ quantity: 'share', scale })),
  ...record({ bytes: 1, decbytes: 1, bits: 1 / 8, decbits: 1 / 8 }, data),
  ...record({ kbytes: 1024, mbytes: 1024 ** 2, gbytes: 1024 ** 3, tbytes: 1024 ** 4 }, data),
  ...record({ deckbytes: 1e3, decmbytes: 1e6, decgbytes: 1e9, dectbytes: 1e12 }, data),
  ...record({ Bps: 1, binBps: 1, bps: 1 / 8, binbps: 1 / 8, KBs: 1e3, MBs: 1e6, GBs: 1e9 }, dataRate),
  ...record({ KiBs: 1024, MiBs: 1024 ** 2, GiBs: 1024 ** 3 }, dataRate),
  ...perSecond.map((id) => [id, counted('second')] as const),
  ...perMinute.map((id) => [id, counted('minute')] as const),
]);

function record(
  scales: Readonly<Record<string, number>>,
  unit: (scale: number) => ShownUnit,
): readonly (readonly [string, ShownUnit])[] {
  return Object.entries(scales).map(([id, scale]) => [id, unit(scale)]);
}

/** The quantity that a Grafana unit shows; undefined of those that say nothing about it, such as `short`. */
export function shownUnit(id: string): ShownUnit | undefined {
  if (id.startsWith('dateTime') || id.startsWith('time:')) return date;
  return units.get(id);
}
