import * as dashpack from '../../../../src/index.js';
import type { AnyVector } from '../../../../src/index.js';
import * as catalog from './catalog.js';

/** An expression made by the typed builders: as a value, as TypeScript, and with what its type claims. */
export interface Built {
  /** TypeScript, with `d` for the public API and `c` for the catalog of the test. */
  readonly source: string;
  readonly expr: AnyVector;
  /** `LabelsOf` its type, worked out by the rules of this file. */
  readonly claims: ReadonlySet<string>;
}

/** An argument that is not a vector: a plain value, or TypeScript with what it is. */
type Argument = Built | { readonly source: string; readonly expr: unknown } | number | string | object | undefined;

const builders = dashpack as unknown as Readonly<Record<string, (...args: readonly unknown[]) => AnyVector>>;
const bool = dashpack.bool as unknown as typeof builders;

/** Calls a builder: the same call as a value and as text. The claim is what the caller says of it. */
export function call(name: string, claims: Iterable<string>, ...args: readonly Argument[]): Built {
  const given = args.filter((argument) => argument !== undefined);
  const builder = name.startsWith('bool.') ? bool[name.slice(5)] : builders[name];
  if (builder === undefined) throw new TypeError(`there is no builder ${name}`);
  const source = given.map((argument) => (isSourced(argument) ? argument.source : JSON.stringify(argument)));
  return {
    source: `d.${name}(${source.join(', ')})`,
    expr: builder(...given.map((argument) => (isSourced(argument) ? argument.expr : argument))),
    claims: new Set(claims),
  };
}

function isSourced(argument: Argument): argument is { readonly source: string; readonly expr: unknown } {
  return typeof argument === 'object' && 'source' in argument;
}

const scrape = ['job', 'instance'];
type Select = (matchers: object) => AnyVector;

const selectors: Readonly<Record<string, readonly [select: Select, labels: readonly string[]]>> = {
  'c.requests': [catalog.requests as unknown as Select, [...scrape, 'route', 'method']],
  'c.inFlight': [catalog.inFlight as unknown as Select, [...scrape, 'route']],
  'c.temperature': [catalog.temperature as unknown as Select, [...scrape, 'zone']],
  'c.latency.bucket': [catalog.latency.bucket as unknown as Select, [...scrape, 'route', 'le']],
  'c.latency.sum': [catalog.latency.sum as unknown as Select, [...scrape, 'route']],
  'c.latency.count': [catalog.latency.count as unknown as Select, [...scrape, 'route']],
  'c.up.on(c.LOCAL)': [catalog.up.on(catalog.LOCAL) as unknown as Select, scrape],
};

/** A selector carries what is declared of its family, and what the scrape adds. */
export function selector(name: string, matchers: object = {}): Built {
  const [select, labels] = selectors[name] ?? [];
  if (select === undefined || labels === undefined) throw new TypeError(`there is no metric ${name}`);
  return { source: `${name}(${JSON.stringify(matchers)})`, expr: select(matchers), claims: new Set(labels) };
}

/** How an aggregation groups. */
export interface By {
  readonly by?: readonly string[];
  readonly without?: readonly string[];
}

/** A fold carries what `by` names, or all but what `without` names, or nothing. */
export function folded(of: Built, { by, without }: By): readonly string[] {
  if (by !== undefined) return by;
  return without === undefined ? [] : [...of.claims].filter((label) => !without.includes(label));
}

/** How two vectors match. */
export interface Match {
  readonly on?: readonly string[];
  readonly ignoring?: readonly string[];
  readonly groupLeft?: readonly string[];
  readonly groupRight?: readonly string[];
}

/** An operator between vectors carries what they are matched on; with a group, the many side and what it takes along. */
export function joined(
  left: Built,
  right: Built,
  { on, ignoring = [], groupLeft, groupRight }: Match,
): readonly string[] {
  if (groupLeft !== undefined) return [...left.claims, ...groupLeft];
  if (groupRight !== undefined) return [...right.claims, ...groupRight];
  return on ?? [...left.claims].filter((label) => !ignoring.includes(label));
}
