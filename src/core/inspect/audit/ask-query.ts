import { LiveFailure } from '../../live/live-failure.js';
import { parseQuery } from '../../document/read/query.js';
import { nearest } from '../../text/nearest.js';
import type { Lookup } from '../../promql/analyze/lookup.js';
import type { Cause, CauseKind } from '../cause/cause.js';
import type { CauseContext } from '../cause/context.js';
import { findCause } from '../cause/find-cause.js';
import { maskedCause } from '../cause/masked-cause.js';
import { interpolate, type Interpolated } from '../interpolate/interpolate.js';
import type { Scope } from '../interpolate/scope.js';
import type { AuditedQuery, AuditStatus, QueryReport } from './audited.js';
import type { Question } from '../ask/question.js';
import type { QueryServer } from '../ask/server.js';
import type { AuditSettings } from './settings.js';

/** A query, and how it is asked. */
export interface PlannedQuery {
  readonly query: AuditedQuery;
  readonly server: QueryServer;
  readonly scope: Scope;
  readonly range: Question['range'];
  readonly step?: number | undefined;
  readonly lookup: Lookup | undefined;
}

/** Asks a query, and where nothing comes, why. */
export async function askQuery(
  planned: PlannedQuery,
  { servers, progress, withoutCauses }: AuditSettings,
): Promise<QueryReport> {
  const { query, server, scope, range, step, lookup } = planned;
  const sent = interpolate(query.expr, scope);
  const question = { expr: sent.text, range, step };
  const about = { query, asked: sent.text, server: server.title };
  try {
    const answer = await server.ask(question);
    const { milliseconds } = answer;
    if (answer.status === 'error') {
      const message = `${answer.message}${unknownHint(sent, scope)}`;
      return { ...about, status: 'error', series: 0, milliseconds, message };
    }
    const { series, samples } = answer;
    const others = servers.all.filter((each) => each !== server && each.gone === undefined);
    const context = { server, others, lookup, question };
    const said = { ...about, series, milliseconds, samples };
    if (withoutCauses === true) return { ...said, status: answer.status === 'data' ? 'data' : 'empty' };
    if (answer.status === 'data') {
      const masked = await maskedIn(sent, context);
      return masked === undefined ? { ...said, status: 'data' } : { ...said, status: 'empty', cause: masked };
    }
    const cause = await causeOf(sent, context);
    const masked = cause.kind === 'filtered' ? await maskedIn(sent, context) : undefined;
    return { ...said, status: emptyStatus(query, masked ?? cause), cause: masked ?? cause };
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    return { ...about, ...notAsked(error) };
  } finally {
    progress?.asked();
  }
}

/** The report where the server could not be asked. */
export function notAsked({ message, next }: LiveFailure): Omit<QueryReport, 'query'> {
  return { status: 'not asked', series: 0, milliseconds: 0, message, failure: { message, next } };
}

async function maskedIn({ text }: Interpolated, context: CauseContext): Promise<Cause | undefined> {
  const { node } = parseQuery(text);
  return node === undefined ? undefined : maskedCause(node, context);
}

async function causeOf(sent: Interpolated, context: CauseContext): Promise<Cause> {
  const [variable] = sent.valueless;
  if (variable !== undefined) {
    return {
      kind: 'variable-empty',
      sentence: `the variable $${variable} has no value, so that the query asks for nothing`,
      next: `see why the query of the variable $${variable} returns nothing`,
    };
  }
  const { node } = parseQuery(sent.text);
  if (node !== undefined) return findCause(node, context);
  return {
    kind: 'unknown',
    sentence: 'the query is not PromQL that dashpack can read, so nobody looked for the reason',
    next: 'ask its parts one by one on the server',
  };
}

const hoped: ReadonlySet<CauseKind> = new Set(['filtered', 'no-alerts']);

/** An alert that has nothing to say, and an annotation of events that did not happen, are as they should be. */
function emptyStatus({ owner }: AuditedQuery, { kind }: Cause): AuditStatus {
  if (kind === 'no-alerts') return 'quiet';
  return (owner === 'alert' || owner === 'annotation') && hoped.has(kind) ? 'quiet' : 'empty';
}

function unknownHint({ unknown }: Interpolated, scope: Scope): string {
  const [name] = unknown;
  if (name === undefined) return '';
  const near = nearest(name, scope.keys());
  return ` (the dashboard has no variable $${name}${near === undefined ? '' : `: did you mean $${near}?`})`;
}
