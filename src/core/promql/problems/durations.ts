import { hasVariable } from '../grafana-variable.js';
import { windowsOf, type WindowUse } from '../analyze/windows.js';
import type { ProblemFinder } from './finder.js';

/** A range, step or offset that is not a duration, or a range or step of nothing. */
export const notDuration: ProblemFinder = (node) => windowsOf(node).flatMap(faults);

const advice = 'write a whole number and a unit, such as 5m or 1h30m';

function faults({ kind, text, seconds }: WindowUse): readonly string[] {
  if (hasVariable(text)) return [];
  if (seconds === undefined) return isCalculation(text) ? [] : [`"${text}" is not a PromQL duration: ${advice}`];
  return kind !== 'offset' && seconds <= 0 ? [`"${text}" is a window of no length: ${advice}`] : [];
}

const operand = /\d[\w.]*|(?:step|range)\(\)|(?:min_of|max_of)\b/g;

/** A calculation of durations such as `5m*2`, which Prometheus 3 has behind a flag. */
function isCalculation(text: string): boolean {
  return /[-+*/%^(]/.test(text) && /^[-+*/%^(),]*$/.test(text.replaceAll(operand, ''));
}
