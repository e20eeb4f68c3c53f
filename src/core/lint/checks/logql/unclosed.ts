import type { PanelCheck } from '../../check.js';
import { logqlBrackets, logqlTargets } from '../../../document/find/logql-targets.js';

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** A LogQL query whose brackets or texts do not close. More of LogQL's grammar is not looked at. */
export const unclosed: PanelCheck = {
  id: 'logql/unclosed',
  severity: 'error',
  summary: 'A LogQL query whose brackets or texts do not close',
  looksAt: 'panel',
  *check(panel, dashboard) {
    for (const { expr, refId, path } of logqlTargets(panel, dashboard)) {
      const fault = faultOf(expr);
      if (fault === undefined) continue;
      yield { message: `Loki refuses query ${refId}: ${fault}`, path, fix: 'close it, or take it away' };
    }
  },
};

function faultOf(expr: string): string | undefined {
  const { brackets, openText } = logqlBrackets(expr);
  const near = (at: number): string => JSON.stringify(expr.slice(at, at + 30));
  if (openText !== undefined) return `the text ${near(openText.at)} does not end`;
  const open: { readonly text: string; readonly at: number }[] = [];
  for (const bracket of brackets) {
    const opening = pairs[bracket.text];
    if (opening === undefined) open.push(bracket);
    else if (open.pop()?.text !== opening)
      return `nothing is open that the ${bracket.text} in ${near(bracket.at)} closes`;
  }
  const last = open.at(-1);
  return last === undefined ? undefined : `the ${last.text} of ${near(last.at)} is not closed`;
}
