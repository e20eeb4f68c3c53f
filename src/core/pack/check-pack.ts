import type { DashboardFacts, LinkFacts } from '../dashboard/facts.js';
import type { Finding } from '../model/finding.js';
import type { MetricFamily } from '../model/metric.js';
import { printPosition, type Position } from '../model/position.js';
import { checkScraped, type CheckScraped } from './check-scraped.js';
import type { Pack } from './pack.js';

/** The checks of a pack while it is built: at once, for each dashboard, and at the end. */
export interface PackCheck {
  readonly findings: readonly Finding[];
  dashboard(facts: DashboardFacts): readonly Finding[];
  finish(): readonly Finding[];
}

const packName = /^[a-z0-9][a-z0-9-]*$/;

/** Checks what concerns a pack as a whole: names, bindings, metrics declared twice, uids, links between dashboards. */
export function checkPack(pack: Pack): PackCheck {
  const uids = new Map<string, Position>();
  const variables = new Map<string, readonly string[]>();
  const scraped = checkScraped(pack);
  const links: (LinkFacts & { readonly from: string })[] = [];
  return {
    findings: [...nameFindings(pack), ...bindingFindings(pack), ...defaultFindings(pack), ...metricFindings(pack)],
    dashboard(facts) {
      const { uid } = facts.ref;
      const before = uids.get(uid);
      uids.set(uid, facts.position);
      variables.set(uid, facts.variables);
      for (const link of facts.links) links.push({ ...link, from: uid });
      return [
        ...unscraped(facts, scraped),
        ...(before === undefined
          ? []
          : [
              error(
                'dashboard/duplicate-uid',
                uid,
                facts.position,
                `two dashboards have the uid "${uid}": the other one is at ${printPosition(before)}; give one of them another`,
              ),
            ]),
        ...(facts.ref.elsewhere === undefined
          ? []
          : [
              error(
                'dashboard/defined-elsewhere',
                uid,
                facts.position,
                `the dashboard "${uid}" is said to be elsewhere (${facts.ref.elsewhere}), but it is defined here: remove the word`,
              ),
            ]),
      ];
    },
    finish: () => links.flatMap((link) => linkFindings(link, variables)),
  };
}

function unscraped({ ref, panels, others, position }: DashboardFacts, scraped: CheckScraped): readonly Finding[] {
  const found = [
    ...panels.flatMap((panel) =>
      panel.queries.flatMap((query) =>
        scraped(query).map((message) => ({ subject: `panel "${panel.title}"`, position: panel.position, message })),
      ),
    ),
    ...others.flatMap((query) => scraped(query).map((message) => ({ subject: query.subject, position, message }))),
  ];
  const unique = new Map(found.map((each) => [`${each.subject} ${each.message}`, each]));
  return [...unique.values()].map(({ subject, position: at, message }) => ({
    id: 'datasource/not-scraped',
    severity: 'warning',
    subject: `${ref.uid}: ${subject}`,
    position: at,
    message,
  }));
}

function nameFindings(pack: Pack): readonly Finding[] {
  if (packName.test(pack.name)) return [];
  return [
    error(
      'pack/name',
      pack.name,
      pack.position,
      `the pack's name "${pack.name}" cannot be a folder: use lower-case letters, digits and -`,
    ),
  ];
}

function bindingFindings(pack: Pack): readonly Finding[] {
  return [
    ...pack.roles
      .filter((role) => pack.bindings[role.name] === undefined)
      .map((role) =>
        error(
          'datasource/role-not-bound',
          pack.name,
          pack.position,
          `role ${role.name} has no datasource: bind it in the pack's bindings`,
        ),
      ),
    ...pack.roles.flatMap((role) => {
      const bound = pack.bindings[role.name];
      const asks = role.kind === 'role' ? 'prometheus' : 'grafana-postgresql-datasource';
      if (bound === undefined || bound.type === asks) return [];
      const message = `role ${role.name} is asked in ${role.kind === 'role' ? 'PromQL' : 'SQL'}, but "${bound.uid}", to which it is bound, is a datasource of type ${bound.type}: bind another one`;
      return [error('datasource/wrong-type', pack.name, pack.position, message)];
    }),
    ...Object.entries(pack.bindings)
      .filter(([, bound]) => bound !== undefined && !pack.datasources.includes(bound))
      .map(([role, bound]) =>
        error(
          'datasource/not-provisioned',
          pack.name,
          pack.position,
          `role ${role} is bound to "${bound.uid}", which the pack does not provision: add it to datasources`,
        ),
      ),
    ...pack.metrics.flatMap(({ family }) =>
      family.owners
        .filter((owner) => !pack.roles.some((role) => role.name === owner))
        .map((owner) =>
          error(
            'catalog/unknown-role',
            family.name,
            family.position ?? pack.position,
            `${family.name} is owned by role ${owner}, which the pack does not have: add it to roles`,
          ),
        ),
    ),
  ];
}

function defaultFindings(pack: Pack): readonly Finding[] {
  const defaults = pack.datasources.filter((datasource) => datasource.isDefault);
  if (defaults.length < 2) return [];
  return [
    error(
      'datasource/two-defaults',
      pack.name,
      pack.position,
      `${defaults.map(({ uid }) => `"${uid}"`).join(' and ')} are both the default datasource, and Grafana does not start with two: leave isDefault to one of them`,
    ),
  ];
}

function metricFindings(pack: Pack): readonly Finding[] {
  const known = new Map<string, MetricFamily>();
  return pack.metrics.flatMap(({ family }) => {
    const before = known.get(family.name);
    known.set(family.name, family);
    if (before === undefined || before === family) return [];
    const place = before.position === undefined ? '' : `, at ${printPosition(before.position)}`;
    return [
      error(
        'catalog/duplicate-metric',
        family.name,
        family.position ?? pack.position,
        `${family.name} is declared twice: here with ${labelList(family)}, before with ${labelList(before)}${place}; remove one, or list only one of their modules in metrics`,
      ),
    ];
  });
}

function labelList(family: MetricFamily): string {
  const labels = Object.keys(family.labels);
  return labels.length === 0 ? 'no labels' : `the labels ${labels.join(', ')}`;
}

function linkFindings(
  link: LinkFacts & { readonly from: string },
  variables: ReadonlyMap<string, readonly string[]>,
): readonly Finding[] {
  if (link.to.elsewhere !== undefined) return [];
  const there = variables.get(link.to.uid);
  const subject = `${link.from}: ${link.subject}`;
  if (there === undefined) {
    return [
      error(
        'dashboard/broken-link',
        subject,
        link.position,
        `the link to "${link.to.uid}" leads nowhere: no dashboard of the pack has that uid; add it to dashboards, or say elsewhere in its reference`,
      ),
    ];
  }
  return link.sets
    .filter((name) => !there.includes(name))
    .map((name) =>
      error(
        'dashboard/link-sets-unknown',
        subject,
        link.position,
        `the link sets the variable "${name}", which "${link.to.uid}" does not have; it has ${there.join(', ') || 'none'}: set one of those, or declare it there`,
      ),
    );
}

function error(id: string, subject: string, position: Position, message: string): Finding {
  return { id, severity: 'error', subject, position, message };
}
