import type { DashboardCheck } from '../../check.js';
import { listOf } from '../../../document/read/values.js';

/** A dashboard without tags: lists and links by tag do not find it. */
export const noTags: DashboardCheck = {
  id: 'dashboard/no-tags',
  severity: 'note',
  summary: 'A dashboard without tags',
  looksAt: 'dashboard',
  *check({ form, json, path }) {
    if (form !== 'classic' || listOf(json['tags']).some((tag) => typeof tag === 'string' && tag !== '')) return;
    yield {
      message: 'the dashboard has no tags: dashboard lists and links by tag do not find it',
      path: json['tags'] === undefined ? path : [...path, 'tags'],
      fix: 'tag it with its system and its purpose',
    };
  },
};
