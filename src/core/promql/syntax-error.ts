/** A range of characters in a query, `to` not included. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/**
 * Text that is not PromQL, or PromQL that dashpack does not understand yet. `message` is one sentence without the
 * place; `excerpt` shows the line with a caret under the fault.
 */
export class PromqlSyntaxError extends Error {
  override readonly name = 'PromqlSyntaxError';
  readonly query: string;
  readonly from: number;
  readonly to: number;

  constructor(message: string, query: string, place: Place, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.query = query;
    this.from = place.from;
    this.to = place.to;
  }

  /** The line of the query that has the fault, and under it carets. */
  get excerpt(): string {
    const start = this.query.lastIndexOf('\n', this.from - 1) + 1;
    const newline = this.query.indexOf('\n', this.from);
    const end = newline === -1 ? this.query.length : newline;
    const indent = this.query.slice(start, this.from).replaceAll(/[^\t]/g, ' ');
    const carets = '^'.repeat(Math.max(1, Math.min(this.to, end) - this.from));
    return `${this.query.slice(start, end)}\n${indent}${carets}`;
  }
}
