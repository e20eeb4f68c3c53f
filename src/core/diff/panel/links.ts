import type { ReadLink, ReadPanel } from '../../document/read-dashboard.js';
import type { Aspect } from '../part/aspect.js';
import type { Change } from '../change.js';
import { pair } from '../pair/pair.js';
import { differingIn } from '../value/differing.js';
import { printValue } from '../value/print-value.js';
import { isNothing } from '../value/same.js';

/** The links of a panel, and those of its values. */
export const links: Aspect<ReadPanel> = {
  members: ['links', 'fieldConfig.defaults.links'],
  compare: (before, after) => compareLinks(before.links, after.links),
};

/** Compares links: what they are called, where they lead, and what they take along. */
export function compareLinks(before: readonly ReadLink[], after: readonly ReadLink[]): readonly Change[] {
  const { both, gone, come } = pair(before, after, [
    ({ title, url }) => `${title}\0${url}`,
    ({ title }) => title,
    ({ url }) => url,
  ]);
  const kind = 'link';
  return [
    ...gone.map((link): Change => ({
      kind,
      label: nameOf(link),
      before: printLink(link),
      after: undefined,
      details: [],
    })),
    ...both.flatMap((each) => compareLink(each.before, each.after)),
    ...come.map((link): Change => ({
      kind,
      label: nameOf(link),
      before: undefined,
      after: printLink(link),
      details: [],
    })),
  ];
}

const own = new Set(['title', 'url']);

function compareLink(before: ReadLink, after: ReadLink): readonly Change[] {
  const label = nameOf(after);
  const named: readonly (readonly [string, string | undefined, string | undefined])[] = [
    [`${label} renamed`, before.title, after.title],
    [label, before.url, after.url],
  ];
  return [
    ...named
      .filter(([, left, right]) => left !== right)
      .map(([name, left, right]): Change => ({ kind: 'link', label: name, before: left, after: right, details: [] })),
    ...differingIn(before.json, after.json, own)
      .filter((each) => !(isNothing(each.before) && isNothing(each.after)))
      .map(({ path, ...values }): Change => ({
        kind: 'link',
        label: `${label}, ${path}`,
        before: printValue(values.before),
        after: printValue(values.after),
        details: [],
      })),
  ];
}

function nameOf({ title, url = '' }: ReadLink): string {
  return title === '' ? `link to ${url}` : `link ${JSON.stringify(title)}`;
}

function printLink({ url, json }: ReadLink): string {
  const { tags } = json;
  return url === undefined || url === '' ? `dashboards with the tags ${printValue(tags) ?? '[]'}` : url;
}
