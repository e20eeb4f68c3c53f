import type { Asked } from '../../live/prometheus/ask.js';
import type { Prometheus } from '../../live/prometheus/prometheus.js';
import type { QueryAnswer, QueryResult } from '../../live/prometheus/result.js';

/** Remembers what servers answered: an audit reports how much came back, a proof looks at what it is. */
export class AnswerLog {
  readonly #answers = new Map<string, QueryResult[]>();

  /** A server of this title, whose answers are remembered. */
  listen(title: string, prometheus: Prometheus): Prometheus {
    const keep = async (expr: string, asking: Promise<Asked<QueryAnswer>>): Promise<Asked<QueryAnswer>> => {
      const asked = await asking;
      if ('data' in asked) this.#add(keyOf(title, expr), asked.data.result);
      return asked;
    };
    return {
      ...prometheus,
      query: (expr, time) => keep(expr, prometheus.query(expr, time)),
      queryRange: (expr, range) => keep(expr, prometheus.queryRange(expr, range)),
    };
  }

  /** Every answer to a question, one for each range in which it was asked. */
  answersTo(title: string, expr: string): readonly QueryResult[] {
    return this.#answers.get(keyOf(title, expr)) ?? [];
  }

  #add(key: string, result: QueryResult): void {
    const before = this.#answers.get(key);
    if (before === undefined) this.#answers.set(key, [result]);
    else before.push(result);
  }
}

function keyOf(title: string, expr: string): string {
  return `${title}\0${expr}`;
}
