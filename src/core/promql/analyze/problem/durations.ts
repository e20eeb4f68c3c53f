import { durationSeconds } from '../../duration.js';
import { hasVariable } from '../../grafana-variable.js';
import type { NodeCheck } from './check.js';

/** A range, step or offset that is no duration, or a range or step of nothing. */
export const notDuration: NodeCheck = (node) => {
  if (node.kind !== 'selector' && node.kind !== 'subquery') return [];
  const windows = [node.range, node.kind === 'subquery' ? node.step : undefined];
  return [...windows.flatMap((text) => faults(text, true)), ...faults(node.offset?.replace(/^-/, ''), false)];
};

const advice = 'write a whole number and a unit, such as 5m or 1h30m';

function faults(text: string | undefined, isWindow: boolean): readonly string[] {
  if (text === undefined || hasVariable(text) || isCalculation(text)) return [];
  const seconds = durationSeconds(text) ?? (/^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text) ? Number(text) : undefined);
  if (seconds === undefined) return [`"${text}" is not a PromQL duration: ${advice}`];
  return isWindow && seconds === 0 ? [`"${text}" is a window of no length: ${advice}`] : [];
}

const operand = /\d[\w.]*|(?:step|range)\(\)|(?:min_of|max_of)\b/g;

/** A calculation of durations such as `5m*2`, which Prometheus 3 has behind a flag. */
function isCalculation(text: string): boolean {
  return /[-+*/%^(]/.test(text) && /^[-+*/%^(),]*$/.test(text.replaceAll(operand, ''));
}
