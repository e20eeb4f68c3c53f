import { catalogLookup } from '../../../../src/core/catalog/lookup.js';
import type { DashboardNames, LintContext, LintPack } from '../../../../src/core/lint/check.js';
import type { LintOptions } from '../../../../src/core/model/lint-settings.js';
import type { MetricFamily, ProducerFacts } from '../../../../src/core/model/metric.js';
import { bareContext } from '../lint-one.js';

/** What a lint knows, as plain JSON: the block `json context` of a check's page. */
export interface ContextFacts {
  readonly pack?: Omit<LintPack, 'uids'> & { readonly uids: readonly string[] };
  readonly dashboards?: Readonly<Record<string, DashboardNames>>;
  readonly catalog?: readonly FamilyFacts[];
  readonly scrapeInterval?: number;
  readonly options?: LintOptions;
}

/** A family of a catalog: a label with its values, or with `[]` where it can have any. Without owners it is universal. */
export interface FamilyFacts {
  readonly name: string;
  readonly type: MetricFamily['type'];
  readonly owners: readonly string[];
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** The bounds of a classic histogram's buckets. */
  readonly buckets?: readonly number[];
  /** The job that should export it, where nobody does yet. */
  readonly waitsFor?: string;
}

/** Makes a context of plain facts. */
export function contextOf({ pack, dashboards, catalog, scrapeInterval, options }: ContextFacts): LintContext {
  return {
    ...bareContext,
    pack: pack === undefined ? undefined : { ...pack, uids: new Set(pack.uids) },
    dashboards: dashboards === undefined ? undefined : new Map(Object.entries(dashboards)),
    catalog: catalog === undefined ? undefined : catalogLookup(catalog.map(familyOf)),
    scrapeInterval,
    ...(options !== undefined && { options }),
  };
}

function familyOf({ name, type, owners, labels, buckets, waitsFor }: FamilyFacts): MetricFamily {
  const kinds = Object.entries(labels).map(([label, values]) => [
    label,
    values.length === 0 ? ({ kind: 'open', examples: [] } as const) : ({ kind: 'finite', values } as const),
  ]);
  return {
    name,
    type,
    help: '',
    owners,
    origin: owners.length === 0 ? 'universal' : 'exported',
    labels: Object.fromEntries(kinds) as MetricFamily['labels'],
    ...(buckets !== undefined && { buckets }),
    ...(waitsFor !== undefined && { missing: { producer: producerOf(waitsFor) } }),
  };
}

function producerOf(job: string): ProducerFacts {
  return { job, port: 8000, path: '/metrics', scrapedBy: [], scrapeInterval: '15s', alive: () => undefined };
}

const web = { name: 'WEB', pinned: true, variable: 'DS_WEB', uid: 'prom' };
const uids = ['prom', 'prom_ai'];

/** A pack that provisions two datasources and has no roles. */
export const noRoles = contextOf({ pack: { name: 'web', roles: [], uids } });

/** A pack with one role, WEB. */
export const oneRole = contextOf({ pack: { name: 'web', roles: [web], uids } });

/** A pack with two roles, WEB and AI, and a metric of each. */
export const twoRoles = contextOf({
  pack: { name: 'web', roles: [web, { name: 'AI', pinned: false, variable: 'DS_AI', uid: 'prom_ai' }], uids },
  catalog: [
    { name: 'ai_decisions_total', type: 'counter', owners: ['AI'], labels: {} },
    { name: 'http_requests_total', type: 'counter', owners: ['WEB'], labels: { route: ['/', '/about'] } },
  ],
});

/** One other dashboard, with the variable `route`. */
export const otherKnown = contextOf({ dashboards: { other: { title: 'Other', variables: ['route'] } } });
