import type { DashboardFacts } from '../dashboard/facts.js';
import type { JsonObject } from '../model/json.js';
import type { Artifact } from '../model/artifact.js';
import type { Finding } from '../model/finding.js';
import type { RuleFacts } from '../rule/facts.js';
import type { RuleFile } from '../rule/rule-file.js';
import type { Server } from './servers.js';

/** A dashboard that was assembled: the content of its file, so that nobody has to read it again, and what it asks. */
export interface AssembledDashboard {
  readonly json: JsonObject;
  readonly facts: DashboardFacts;
}

/** A rule file that was assembled for a server: the content of its file, and what its rules ask, in their order. */
export interface AssembledRules {
  readonly json: JsonObject;
  readonly facts: readonly RuleFacts[];
  readonly file: RuleFile;
  readonly server: Server;
}

/** One step of a build: a file, what is wrong with it, and what it holds. */
export interface PackEvent {
  readonly artifact?: Artifact;
  readonly findings: readonly Finding[];
  /** Where the file is a dashboard. */
  readonly dashboard?: AssembledDashboard;
  /** Where the file has rules. */
  readonly rules?: AssembledRules;
}
