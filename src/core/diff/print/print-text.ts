import type { Comparison, DashboardChange, RuleChange, RuleFileChange } from '../change.js';
import { printChange } from './print-change.js';
import { foldShared, type SharedChange } from './fold.js';
import { dashboardWords, moveWords, panelWords, placesWords, placeWords, quietWords } from './words.js';

/** Prints a comparison for a terminal: by dashboard and panel, then by rule file and rule. Empty where nothing differs. */
export function* printComparison(comparison: Comparison): Generator<string> {
  const { shared, rest } = foldShared(comparison);
  const { dashboards, ruleFiles, otherFiles } = rest;
  for (const each of shared) yield lines(sharedLines(each));
  for (const each of dashboards) yield lines(dashboardLines(each));
  for (const each of ruleFiles) yield lines(ruleFileLines(each));
  if (otherFiles.length > 0) {
    const named = otherFiles.map(({ file, state }) => (state === 'changed' ? file : `${file} (${state})`));
    yield `other files that differ, which were not looked into: ${named.join(', ')}\n\n`;
  }
}

function sharedLines(shared: SharedChange): readonly string[] {
  return [
    placesWords(shared),
    ...shared.changes.flatMap((change) => printChange(change)).map((line) => `    ${line}`),
    ...shared.places.map((place) => `      ${placeWords(place)}`),
  ];
}

/** A dashboard that differs, as lines. */
export function dashboardLines(change: DashboardChange): readonly string[] {
  const quiet = quietWords(change.quiet);
  const sign = change.state === 'added' ? '+ ' : change.state === 'removed' ? '- ' : '';
  return [
    `${sign}${dashboardWords(change)}`,
    ...change.changes.flatMap((each) => printChange(each).map((line) => `    ${line}`)),
    ...change.panels.flatMap((panel) => [
      `  ${panelWords(panel)}`,
      ...panel.changes.flatMap((each) => printChange(each)).map((line) => `      ${line}`),
    ]),
    ...change.moves.map((move) => `    ${moveWords(move)}`),
    ...(quiet === undefined ? [] : [`    ${quiet}`]),
  ];
}

function ruleFileLines({ file, state, rules, quiet }: RuleFileChange): readonly string[] {
  const also = quietWords(quiet);
  return [
    `rules ${file}${state === 'changed' ? '' : ` ${state}`}`,
    ...rules.flatMap((rule) => ruleLines(rule)),
    ...(also === undefined ? [] : [`    ${also}`]),
  ];
}

function ruleLines({ state, kind, name, group, changes, tests }: RuleChange): readonly string[] {
  const sign = state === 'added' ? '+' : state === 'removed' ? '-' : ' ';
  const word = kind === 'alert' ? 'alert' : 'recorded';
  return [
    `  ${sign} ${word} ${name} (group ${group})`,
    ...changes.flatMap((change) => printChange(change)).map((line) => `      ${line}`),
    ...tests.map((line) => `      ${line}`),
  ];
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n\n`;
}
