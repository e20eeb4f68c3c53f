import { pair } from '../pair/pair.js';
import type { SideTest } from '../side.js';
import { isSame } from '../value/same.js';

/** The tests of one alert that came, went or changed, a line each; and that none did, where it has some. */
export function testsOf(alert: string, before: readonly SideTest[], after: readonly SideTest[]): readonly string[] {
  const about = ({ alerts }: SideTest): boolean => alerts.includes(alert);
  const right = after.filter(about);
  const { both, gone, come } = pair(before.filter(about), right, [
    ({ name, json }) => `${name}\0${JSON.stringify(json)}`,
    ({ name }) => name,
  ]);
  const lines = [
    ...gone.map(({ name }) => `test removed: ${JSON.stringify(name)}`),
    ...both
      .filter((each) => !isSame(each.before.json, each.after.json))
      .map((each) => `test changed: ${JSON.stringify(each.after.name)}`),
    ...come.map(({ name }) => `test added: ${JSON.stringify(name)}`),
  ];
  if (lines.length > 0) return lines;
  return right.length === 0 ? ['no test names it'] : [`none of its ${right.length} tests changed`];
}
