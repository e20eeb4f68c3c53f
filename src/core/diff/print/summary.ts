import type { Change, ChangeState, Comparison } from '../change.js';
import { plural } from './words.js';

/** True where a viewer would notice anything; what only the JSON shows is no change. */
export function isVisible({ dashboards, ruleFiles }: Comparison): boolean {
  return (
    ruleFiles.some(({ rules, state }) => state !== 'changed' || rules.length > 0) ||
    dashboards.some(
      ({ state, changes, panels, moves }) => state !== 'changed' || changes.length + panels.length + moves.length > 0,
    )
  );
}

/** The differences, counted, in one sentence. */
export function countComparison(comparison: Comparison): string {
  const { dashboards, ruleFiles, same } = comparison;
  const panels = dashboards.flatMap((each) => each.panels);
  const moved = dashboards.flatMap(({ moves }) => moves).reduce((sum, move) => sum + move.panels.length, 0);
  const rules = ruleFiles.flatMap((each) => each.rules);
  const parts = [
    byState(dashboards, 'dashboard'),
    byState(panels, 'panel'),
    ...(moved === 0 ? [] : [`${plural(moved, 'panel')} moved or resized`]),
    byState(rules, 'rule'),
  ].filter((part) => part !== '');
  const rest = `${plural(same.dashboards, 'dashboard')} and ${plural(same.ruleFiles, 'rule file')} are the same`;
  if (isVisible(comparison)) return `${parts.join('; ')}. ${rest}.`;
  const quiet = [...dashboards, ...ruleFiles].length;
  return `Nothing changes for a viewer${quiet === 0 ? '' : ` (${plural(quiet, 'file')} differ in what no viewer sees)`}. ${rest}.`;
}

function byState(
  all: readonly { readonly state: ChangeState; readonly changes?: readonly Change[] }[],
  noun: string,
): string {
  const counts = (['added', 'removed', 'changed'] as const).flatMap((state) => {
    const count = all.filter((each) => each.state === state).length;
    return count === 0 ? [] : [[count, state] as const];
  });
  const [first, ...others] = counts;
  if (first === undefined) return '';
  return [`${plural(first[0], noun)} ${first[1]}`, ...others.map(([count, state]) => `${count} ${state}`)].join(', ');
}
