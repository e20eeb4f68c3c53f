import type { AcceptedBlindSpot } from '../../model/expectation.js';
import type { Scenario } from '../../model/scenario.js';
import type { SeenChange } from './compare-looks.js';

/** The signs of a scenario: what somebody sees otherwise than while all is well, and who is told. */
export interface ScenarioSigns {
  readonly scenario: Scenario;
  /** By the uid of the dashboard, each that was asked. */
  readonly dashboards: ReadonlyMap<string, readonly SeenChange[]>;
  /** The names of the alerts that fire. */
  readonly alerts: readonly string[];
}

/** The dashboard that is looked at first. */
export interface HomeDashboard {
  readonly uid: string;
  readonly title: string;
}

/** A scenario that nobody notices, or that is accepted as such and noticed all the same. */
export interface BlindSpot {
  readonly kind: 'unseen' | 'silent' | 'accepted';
  readonly scenario: string;
  readonly message: string;
  readonly fix: string;
}

const page = 'docs/guides/proof.md, "Blind spots"';

/**
 * The scenarios that no panel of the home dashboard shows or that no alert tells, but for those that are accepted; and what
 * is accepted without need.
 *
 * @param home undefined where the pack names none: then nobody can say what is not seen on it
 */
export function findBlindSpots(
  signs: readonly ScenarioSigns[],
  home: HomeDashboard | undefined,
  accepted: readonly AcceptedBlindSpot[],
): readonly BlindSpot[] {
  const isAccepted = (kind: AcceptedBlindSpot['kind'], name: string): boolean =>
    accepted.some((each) => each.kind === kind && each.scenarios.includes(name));
  const spots = signs.flatMap(({ scenario, dashboards, alerts }): readonly BlindSpot[] => {
    const { name, summary } = scenario;
    const isSeen = home === undefined || (dashboards.get(home.uid) ?? []).length > 0;
    return [
      ...judge(isSeen, isAccepted('no panel tells', name), {
        kind: 'unseen',
        scenario: name,
        message: `no panel of ${JSON.stringify(home?.title ?? '')} looks otherwise in the scenario ${name}: ${summary}`,
        fix: `let a panel of it show that, or accept it with noPanelTells in the expectations of the pack: ${page}`,
      }),
      ...judge(alerts.length > 0, isAccepted('no alert tells', name), {
        kind: 'silent',
        scenario: name,
        message: `no alert fires in the scenario ${name}: ${summary}`,
        fix: `let an alert fire, or accept it with noAlertTells in the expectations of the pack: ${page}`,
      }),
    ];
  });
  return [...spots, ...strays(signs, accepted)];
}

function judge(isNoticed: boolean, isAccepted: boolean, spot: BlindSpot): readonly BlindSpot[] {
  if (!isNoticed) return isAccepted ? [] : [spot];
  if (!isAccepted) return [];
  const { kind, scenario } = spot;
  const message =
    kind === 'unseen'
      ? `the scenario ${scenario} is accepted as one that no panel of the home dashboard shows, and one does`
      : `the scenario ${scenario} is accepted as one that no alert tells, and one fires`;
  return [{ kind: 'accepted', scenario, message, fix: 'leave it out of the expectations of the pack' }];
}

function strays(signs: readonly ScenarioSigns[], accepted: readonly AcceptedBlindSpot[]): readonly BlindSpot[] {
  const known = new Set(signs.map(({ scenario }) => scenario.name));
  const named = [...new Set(accepted.flatMap(({ scenarios }) => scenarios))];
  return named
    .filter((name) => !known.has(name))
    .map((scenario) => ({
      kind: 'accepted',
      scenario,
      message: `the expectations accept blind spots of the scenario ${scenario}, which the pack does not list`,
      fix: 'correct the expectations of the pack',
    }));
}
