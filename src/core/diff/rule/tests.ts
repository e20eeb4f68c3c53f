import { pair } from '../pair/pair.js';
import type { SideTest } from '../side.js';
import { nameFew } from '../value/lists.js';
import { isSame } from '../value/same.js';

/** The tests of one alert that came, went or changed, a line for each; and that none did, where it has some. */
export function testsOf(alert: string, before: readonly SideTest[], after: readonly SideTest[]): readonly string[] {
  const about = ({ alerts }: SideTest): boolean => alerts.includes(alert);
  const right = after.filter(about);
  const { both, gone, come } = pair(before.filter(about), right, [
    ({ name, json }) => `${name}\0${JSON.stringify(json)}`,
    ({ name }) => name,
  ]);
  const changed = both.filter((each) => !isSame(each.before.json, each.after.json)).map((each) => each.after);
  const lines = [...named('removed', gone, alert), ...named('changed', changed, alert), ...named('added', come, alert)];
  if (lines.length > 0) return lines;
  return right.length === 0 ? ['no test names it'] : [`none of its ${right.length} tests changed`];
}

function named(state: string, tests: readonly SideTest[], alert: string): readonly string[] {
  if (tests.length === 0) return [];
  const names = tests.map(({ name }) => (name.startsWith(`${alert}: `) ? name.slice(alert.length + 2) : name));
  return [`${tests.length === 1 ? 'test' : 'tests'} ${state}: ${nameFew(names)}`];
}
