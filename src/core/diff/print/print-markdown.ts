import type { Change, Comparison, DashboardChange, PanelChange, RuleFileChange } from '../change.js';
import { foldShared, type SharedChange } from './fold.js';
import { countComparison } from './summary.js';
import { dashboardWords, moveWords, panelWords, placesWords, placeWords, quietWords } from './words.js';

/** Prints a comparison for a comment on a pull request: a heading, a line each, queries as diffs. */
export function* printMarkdown(comparison: Comparison, title: string): Generator<string> {
  yield `### ${title}\n\n${countComparison(comparison)}\n\n`;
  const { shared, rest } = foldShared(comparison);
  for (const each of shared) yield `${sharedParts(each).join('\n')}\n\n`;
  for (const each of rest.dashboards) yield `${dashboardParts(each).join('\n')}\n\n`;
  for (const each of comparison.ruleFiles) yield `${ruleParts(each).join('\n')}\n\n`;
  const { otherFiles } = comparison;
  if (otherFiles.length > 0)
    yield `Other files that differ, which were not looked into: ${otherFiles.map(({ file }) => code(file)).join(', ')}\n`;
}

function sharedParts(shared: SharedChange): readonly string[] {
  return [
    `#### ${escape(capital(placesWords(shared)))}`,
    '',
    ...shared.changes.flatMap((change) => changeParts(change, '')),
    ...shared.places.map((place) => `  - ${escape(placeWords(place))}`),
  ];
}

function dashboardParts(change: DashboardChange): readonly string[] {
  const quiet = quietWords(change.quiet);
  return [
    `#### ${escape(capital(dashboardWords(change)))}`,
    '',
    ...change.changes.flatMap((each) => changeParts(each, '')),
    ...change.panels.flatMap((panel) => panelParts(panel)),
    ...change.moves.map((move) => `- ${escape(moveWords(move))}`),
    ...(quiet === undefined ? [] : ['', `<sub>${escape(quiet)}</sub>`]),
  ];
}

function panelParts(panel: PanelChange): readonly string[] {
  const word = panel.state === 'changed' ? '' : ` **${panel.state}**`;
  return [
    `- ${escape(panelWords(panel).slice(2))}${word}`,
    ...panel.changes.flatMap((change) => changeParts(change, '  ')),
  ];
}

function ruleParts({ file, state, rules, quiet }: RuleFileChange): readonly string[] {
  const also = quietWords(quiet);
  return [
    `#### Rules ${code(file)}${state === 'changed' ? '' : ` ${state}`}`,
    '',
    ...rules.flatMap((rule) => [
      `- ${rule.kind === 'alert' ? 'alert' : 'recorded'} **${escape(rule.name)}**${rule.state === 'changed' ? '' : ` **${rule.state}**`}`,
      ...rule.changes.flatMap((change) => changeParts(change, '  ')),
      ...rule.tests.map((line) => `  - ${escape(line)}`),
    ]),
    ...(also === undefined ? [] : ['', `<sub>${escape(also)}</sub>`]),
  ];
}

/** Values that fit stand in the line; longer ones below it, as a diff. */
function changeParts({ label, before, after, details }: Change, indent: string): readonly string[] {
  const isShort = [before, after].every((text = '') => text.length <= 60 && !text.includes('\n'));
  const inside = `${indent}  `;
  return [
    `${indent}- ${escape(label)}${isShort ? inLine(before, after) : ':'}`,
    ...(isShort
      ? []
      : [`${inside}\`\`\`diff`, ...marked('-', before, inside), ...marked('+', after, inside), `${inside}\`\`\``]),
    ...details.map((detail) => `${inside}- ${escape(detail)}`),
  ];
}

function inLine(before: string | undefined, after: string | undefined): string {
  if (before === undefined && after === undefined) return '';
  if (before === undefined) return `: **added** ${code(after ?? '')}`;
  if (after === undefined) return `: **removed** ${code(before)}`;
  return `: ${code(before)} → ${code(after)}`;
}

function marked(mark: string, text: string | undefined, indent: string): readonly string[] {
  if (text === undefined) return [];
  // A fence in the text would end the block.
  return text
    .replaceAll('```', '` ` `')
    .split('\n')
    .map((line) => `${indent}${mark} ${line}`);
}

/** A text as code, whatever backticks are in it. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest === 0 && text.trim() === text && text !== '' ? '' : ' ';
  return `${fence}${space}${text}${space}${fence}`;
}

/** A text without meaning for Markdown, HTML or GitHub's mentions. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_{}[\]#|~]/g, String.raw`\$&`)
    .replaceAll('@', '@\u200B')
    .replaceAll('\n', ' ');
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
