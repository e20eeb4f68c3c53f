import type { Finding, Severity } from '../../model/finding.js';
import type { Position } from '../../model/position.js';
import type { Change, Comparison, DashboardChange, PanelChange, RuleChange } from '../change.js';
import { printChange } from './print-change.js';
import { dashboardWords, moveWords, panelWords } from './words.js';

/**
 * The changes as findings: one for each panel, dashboard and rule that differs, at the line that made it.
 *
 * @param severity how much each weighs
 */
export function diffFindings({ dashboards, ruleFiles }: Comparison, severity: Severity): readonly Finding[] {
  return [
    ...dashboards.flatMap((dashboard) => ofDashboard(dashboard, severity)),
    ...ruleFiles.flatMap(({ rules }) => rules.map((rule) => ofRule(rule, severity))),
  ];
}

function ofDashboard(change: DashboardChange, severity: Severity): readonly Finding[] {
  const { uid, title, state, changes, panels, moves, position } = change;
  const dashboard = { title, ...(uid === undefined ? {} : { uid }) };
  const subject = `dashboard ${JSON.stringify(title)}`;
  const lines = [...changes.flatMap((each) => printChange(each)), ...moves.map(moveWords)];
  const own = state !== 'changed' || lines.length > 0;
  return [
    ...(own
      ? [
          {
            id: `diff/dashboard-${state}`,
            severity,
            message: [dashboardWords(change), ...lines].join('\n'),
            subject,
            dashboard,
            ...at(position),
          },
        ]
      : []),
    ...panels.map((panel): Finding => ({
      id: `diff/panel-${panel.state}`,
      severity,
      message: messageOf(panel),
      subject,
      dashboard,
      panel: { title: panel.title, ...(panel.id === undefined ? {} : { id: panel.id }) },
      ...at(panel.position),
    })),
  ];
}

function messageOf(panel: PanelChange): string {
  return [panelWords(panel).slice(2), ...linesOf(panel.changes)].join('\n');
}

function ofRule({ state, kind, name, group, changes, tests, position }: RuleChange, severity: Severity): Finding {
  return {
    id: `diff/${kind === 'alert' ? 'alert' : 'recorded'}-${state}`,
    severity,
    message: [`${kind} ${name}`, ...linesOf(changes), ...tests].join('\n'),
    subject: `group ${group}`,
    ...at(position),
  };
}

function linesOf(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => printChange(change));
}

function at(position: Position | undefined): { readonly position?: Position } {
  return position === undefined ? {} : { position };
}
