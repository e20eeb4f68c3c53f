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

/** An id that no panel or row of a dashboard has yet. */
export function freeId(dashboard: LintedDashboard): number {
  return identified(dashboard).reduce((last, { id = 0 }) => Math.max(last, Math.floor(id)), 0) + 1;
}

/** Whether something can be an id: a whole number from 1 up. */
export function isId(written: Json | undefined): boolean {
  const id = numberOf(written);
  return id !== undefined && Number.isInteger(id) && id > 0;
}
