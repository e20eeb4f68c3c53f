import type { Json } from '../../model/json.js';
import type { ReadDashboard } from '../../document/read-dashboard.js';
import { recordOf, textOf } from '../../document/read/values.js';
import { valueAspect, type AspectTable } from '../part/aspect.js';
import { compareLinks } from '../panel/links.js';
import { printWord } from '../value/print-value.js';
import { annotations } from './annotations.js';
import { variables } from './variables.js';

/** Everything that is compared of a dashboard but its rows and panels. */
export const dashboardTable: AspectTable<ReadDashboard> = {
  aspects: [
    valueAspect('title', 'title', 'title'),
    valueAspect('uid', 'uid, which is in its address', 'uid', printWord),
    valueAspect('description', 'description', 'description'),
    valueAspect('time', 'time range', 'time', printTime),
    valueAspect('refresh', 'refresh', 'refresh', printWord),
    valueAspect('time', 'time zone', 'timezone', printWord),
    valueAspect('tags', 'tags', 'tags'),
    variables,
    annotations,
    { members: ['links'], compare: (before, after) => compareLinks(before.links, after.links) },
  ],
  quiet: [
    'id',
    'version',
    'schemaVersion',
    'iteration',
    'gnetId',
    'apiVersion',
    'panels',
    'rows',
    '__inputs',
    '__requires',
    '__elements',
  ],
  prefixes: [],
};

function printTime(time: Json | undefined): string {
  const { from, to } = recordOf(time);
  return `${textOf(from) ?? '?'} to ${textOf(to) ?? '?'}`;
}
