import type { ScenarioSigns } from '../../core/inspect/blind/blind-spots.js';
import { printTable, type Cell } from '../audit/table.js';
import type { PackProof } from './pack-proof.js';

/**
 * Prints in how many panels of which dashboard somebody sees each scenario, and how many alerts tell it; dashboards have
 * numbers, whose titles follow.
 */
export function* printSigns({ signs, dashboards, home }: PackProof): Generator<string> {
  if (signs.length === 0) return;
  const numbered = dashboards.map(({ uid, title }, index) => ({ uid, title, number: `${index + 1}` }));
  const header = ['panels that look otherwise', ...numbered.map(({ number }) => number), 'alerts that fire'];
  const rows = signs.map((each) => [
    each.scenario.name,
    ...numbered.map(({ uid }): Cell => countOn(each, uid)),
    each.alerts.length,
  ]);
  yield `\n${printTable([header, ...rows]).join('\n')}\n`;
  const titles = numbered.map(
    ({ uid, title, number }) => `  ${number}: ${title}${uid === home?.uid ? ', the home dashboard' : ''}`,
  );
  yield `${titles.join('\n')}\n`;
}

function countOn({ dashboards }: ScenarioSigns, uid: string): Cell {
  return dashboards.get(uid)?.length;
}

/** The signs of scenarios, for programs: each panel that looks otherwise, and how. */
export function signsData(signs: readonly ScenarioSigns[]): readonly unknown[] {
  return signs.map(({ scenario, dashboards, alerts }) => ({
    scenario: scenario.name,
    summary: scenario.summary,
    alerts,
    dashboards: [...dashboards].map(([uid, panels]) => ({ uid, panels })),
  }));
}
