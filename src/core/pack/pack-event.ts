import type { DashboardFacts } from '../dashboard/facts.js';
import type { normalise } from '../emit/normalise.js';
import type { Artifact } from '../model/artifact.js';
import type { Finding } from '../model/finding.js';
import type { RuleFacts } from '../rule/facts.js';

/** One step of a build: a file, what is wrong with it, and what its dashboard asks. */
export interface PackEvent {
  readonly artifact?: Artifact;
  readonly findings: readonly Finding[];
  readonly dashboard?: DashboardFacts;
  /** What the text of a dashboard's or a rule file says, so that nobody has to read it again. */
  readonly json?: ReturnType<typeof normalise>;
  /** What the rules of a rule file ask, in its order. */
  readonly rules?: readonly RuleFacts[];
}
