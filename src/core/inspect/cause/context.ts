import type { Lookup } from '../../promql/analyze/lookup.js';
import type { Question } from '../ask/question.js';
import type { QueryServer } from '../ask/server.js';

/** The knowledge with which a cause is looked for. */
export interface CauseContext {
  readonly server: QueryServer;
  /** The other servers, which may have what is missing here. */
  readonly others: readonly QueryServer[];
  /** The catalog, where there is one. */
  readonly lookup: Lookup | undefined;
  /** The query that returned nothing, as it was asked. */
  readonly question: Question;
}

/** How far back "ever" reaches, in seconds: 14 days, as long as a Prometheus keeps what it has by default, nearly. */
export const horizon = 14 * 86_400;
