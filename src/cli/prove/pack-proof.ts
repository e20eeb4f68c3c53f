import type { BlindSpot, HomeDashboard, ScenarioSigns } from '../../core/inspect/blind/blind-spots.js';
import type { PanelLook } from '../../core/inspect/blind/look.js';
import type { Scenario } from '../../core/model/scenario.js';
import type { QueryProof } from '../../core/inspect/proof/proof.js';
import type { ScenarioProof } from '../../core/inspect/proof/prove-scenario.js';
import type { RulesInScenario } from '../../core/inspect/proof/prove-rules.js';

/** A dashboard, and what its queries came to. */
export interface DashboardProof {
  readonly uid: string;
  readonly title: string;
  readonly proofs: readonly QueryProof[];
}

/** A scenario in which something is dead, and what is shown of it. */
export interface DeadProof {
  readonly scenario: string;
  /** Queries that ask something that nobody exports then. */
  readonly asked: number;
  /** Of those: how many return nothing. */
  readonly empty: number;
  /** Of those: how many show a healthy 0. */
  readonly zeros: number;
}

/** The result of proving a pack. */
export interface PackProof {
  readonly pack: string;
  readonly dashboards: readonly DashboardProof[];
  readonly rules: readonly QueryProof[];
  readonly dead: readonly DeadProof[];
  /** The problems of the declarations. */
  readonly faults: readonly string[];
  /** The signs of each scenario but the healthy one. */
  readonly signs: readonly ScenarioSigns[];
  readonly blindSpots: readonly BlindSpot[];
  /** The dashboard that is looked at first, where the pack names one of its own. */
  readonly home: HomeDashboard | undefined;
}

/** The result of one scenario. */
export interface ScenarioResult extends RulesInScenario {
  readonly scenario: Scenario;
  /** By the uid of the dashboard; only where dashboards were asked. */
  readonly dashboards: ReadonlyMap<string, readonly ScenarioProof[]>;
  /** By the uid of the dashboard. */
  readonly looks: ReadonlyMap<string, readonly PanelLook[]>;
}
