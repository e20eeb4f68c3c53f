import { numberOf } from '../read/values.js';
import type { JsonPath } from '../json-path.js';
import type { Json, LintedDashboard } from '../subject.js';

/** What has an id in a dashboard: a panel, or a row that stands among panels. */
export interface Identified {
  readonly what: 'panel' | 'row';
  readonly title: string;
  readonly id: number | undefined;
  /** What is written as the id. */
  readonly written: Json | undefined;
  readonly path: JsonPath;
  /** Where the id stands, or would. */
  readonly idPath: JsonPath;
}

/** Everything in a classic dashboard that has an id. In v2, a panel's id is part of its key, and always there. */
export function identified({ form, panels, rows }: LintedDashboard): readonly Identified[] {
  if (form !== 'classic') return [];
  return [
    ...rows.filter(({ json }) => json['type'] === 'row').map((row) => ({ what: 'row' as const, ...row })),
    ...panels.map((panel) => ({ what: 'panel' as const, ...panel })),
  ].map(({ what, title, id, json, path }) => ({ what, title, id, written: json['id'], path, idPath: [...path, 'id'] }));
}

/** Ids that a dashboard does not have yet, in ascending order from behind its last. */
export function* freeIds(dashboard: LintedDashboard): Generator<number> {
  let last = 0;
  for (const { id } of identified(dashboard)) last = Math.max(last, id ?? 0);
  for (;;) {
    last += 1;
    yield last;
  }
}

/** Whether something can be an id: a whole number from 1 up. */
export function isId(written: Json | undefined): boolean {
  const id = numberOf(written);
  return id !== undefined && Number.isInteger(id) && id > 0;
}
