import type { ReadRow } from '../../document/read-dashboard.js';
import type { Change } from '../change.js';
import { pair, type Pairs } from '../pair/pair.js';

/** Pairs rows: by id and title, then by one of them. */
export function pairRows(before: readonly ReadRow[], after: readonly ReadRow[]): Pairs<ReadRow> {
  return pair(before, after, [
    ({ id, title }) => `${id}\0${title}`,
    ({ title }) => title,
    ({ id }) => (id === undefined ? undefined : `${id}`),
  ]);
}

/** Rows that came, went, got another title, are open or closed, or repeat otherwise. */
export function compareRows({ both, gone, come }: Pairs<ReadRow>): readonly Change[] {
  const change = (label: string, before: string | undefined, after: string | undefined): Change[] =>
    before === after ? [] : [{ kind: 'row', label, before, after, details: [] }];
  return [
    ...gone.flatMap((row) => change(`row ${named(row)}`, isOpen(row), undefined)),
    ...both.flatMap(({ before, after }) => [
      ...change('row renamed', named(before), named(after)),
      ...change(`row ${named(after)}`, isOpen(before), isOpen(after)),
      ...change(`row ${named(after)} repeated for each`, before.repeat, after.repeat),
    ]),
    ...come.flatMap((row) => change(`row ${named(row)}`, undefined, isOpen(row))),
  ];
}

function named({ title }: ReadRow): string {
  return JSON.stringify(title);
}

function isOpen({ collapsed }: ReadRow): string {
  return collapsed ? 'closed' : 'open';
}
