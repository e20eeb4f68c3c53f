import { isServerGone, LiveFailure } from '../../live/live-failure.js';
import type { Prometheus } from '../../live/prometheus/prometheus.js';
import type { LoadedRule } from '../../live/prometheus/rules.js';
import type { ScrapeTarget } from '../../live/prometheus/targets.js';
import type { TimeRange } from '../interpolate/time-range.js';
import type { Answer, Question } from './question.js';
import { readResult } from './read-result.js';

/** A server that is audited, and what is known of it. */
export interface QueryDatasource {
  /** As messages name it: `LOCAL (prom_local_9092)`. */
  readonly title: string;
  /** The names that dashboards may call it by: its uid, its name. */
  readonly names: readonly string[];
  readonly roles: readonly string[];
  /** True where it is asked where a dashboard names no datasource. */
  readonly isDefault: boolean;
  /** True where it is asked where a dashboard names one that nobody knows. */
  readonly isOnly: boolean;
  /** In seconds. */
  readonly scrapeInterval: number;
  readonly prometheus: Prometheus;
}

/** A server while it is audited: it is asked everything once, and nothing any more after it has gone. */
export class QueryServer {
  readonly datasource: QueryDatasource;
  #gone: LiveFailure | undefined;
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(datasource: QueryDatasource) {
    this.datasource = datasource;
  }

  get title(): string {
    return this.datasource.title;
  }

  /** Why it cannot be asked any more. */
  get gone(): LiveFailure | undefined {
    return this.#gone;
  }

  /** Asks whether it answers at all. Where it does not, nothing else is asked of it. */
  async greet(now: number): Promise<LiveFailure | undefined> {
    try {
      await this.ask({ expr: 'vector(1)', range: { start: now, end: now } });
    } catch (error) {
      if (!(error instanceof LiveFailure)) throw error;
      this.#gone = error;
    }
    return this.#gone;
  }

  /** Which version it is; undefined where it does not say. */
  version(): Promise<string | undefined> {
    return this.datasource.prometheus.buildinfo().then(
      ({ version }) => (version === '' ? undefined : version),
      () => undefined,
    );
  }

  /** Asks a query. */
  ask({ expr, range, step }: Question): Promise<Answer> {
    const { prometheus } = this.datasource;
    const key = `query\0${range.start}\0${range.end}\0${step ?? ''}\0${expr}`;
    return this.#once(key, async () => {
      const asked = await (step === undefined
        ? prometheus.query(expr, range.end)
        : prometheus.queryRange(expr, { ...range, step }));
      if ('data' in asked) return readResult(asked.data, asked.milliseconds);
      return { status: 'error', message: asked.error.message, milliseconds: asked.milliseconds };
    });
  }

  /** The values that a label has in a range, of the series that a selector finds. */
  labelValues(label: string, range: TimeRange, selector?: string): Promise<readonly string[]> {
    const key = `values\0${label}\0${range.start}\0${range.end}\0${selector ?? ''}`;
    return this.#once(key, () => this.datasource.prometheus.labelValues(label, range, selector));
  }

  /** The names of labels in a range, of the series that a selector finds. */
  labels(range: TimeRange, selector?: string): Promise<readonly string[]> {
    return this.#once(`labels\0${range.start}\0${range.end}\0${selector ?? ''}`, () =>
      this.datasource.prometheus.labels(range, selector),
    );
  }

  /** The series that a selector finds in a range. */
  series(range: TimeRange, selector: string): Promise<readonly Readonly<Record<string, string>>[]> {
    return this.#once(`series\0${range.start}\0${range.end}\0${selector}`, () =>
      this.datasource.prometheus.series([selector], range),
    );
  }

  /** True where there ever was such a series in a range. What the index says may lie a little outside. */
  async has(selector: string, range: TimeRange): Promise<boolean> {
    return (await this.labelValues('__name__', range, selector)).length > 0;
  }

  /** The targets it scrapes; none where it does not say, as servers that others write to. */
  targets(): Promise<readonly ScrapeTarget[]> {
    return this.#once('targets', () => orNone(this.datasource.prometheus.targets()));
  }

  /** The rules that it has loaded; none where it does not say. */
  rules(): Promise<readonly LoadedRule[]> {
    return this.#once('rules', () => orNone(this.datasource.prometheus.rules()));
  }

  async #once<Result>(key: string, ask: () => Promise<Result>): Promise<Result> {
    if (this.#gone !== undefined) throw this.#gone;
    const known = this.#known.get(key);
    if (known !== undefined) return known as Promise<Result>;
    const asking = ask();
    this.#known.set(key, asking);
    try {
      return await asking;
    } catch (error) {
      if (isServerGone(error)) this.#gone = error;
      throw error;
    }
  }
}

async function orNone<Item>(asking: Promise<readonly Item[]>): Promise<readonly Item[]> {
  try {
    return await asking;
  } catch (error) {
    if (isServerGone(error) && error.kind !== 'status') throw error;
    return [];
  }
}
