import type { PromqlSyntaxError } from '../../promql/syntax-error.js';

/** Messages of dashpack about a query that it cannot read, although Prometheus may. */
const ownLimits = [
  /is not understood yet$/,
  /^the query is nested too deeply/,
  /^the query has \d+ characters, more than the \d+ that are read$/,
];

/**
 * True where an error is a fault of the query, and not a limit of dashpack: what it cannot read is not checked, not
 * wrong.
 */
export function isFaultOfQuery({ message }: PromqlSyntaxError): boolean {
  return !ownLimits.some((limit) => limit.test(message));
}
