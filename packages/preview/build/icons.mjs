// The icons, at the paths that Grafana's components ask for them: those that a drawn dashboard or its frame can show.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const names = [
  'unicons/angle-down',
  'unicons/angle-right',
  'unicons/angle-up',
  'unicons/arrow-down',
  'unicons/arrow-right',
  'unicons/arrow-up',
  'unicons/bars',
  'unicons/calendar-alt',
  'unicons/check',
  'unicons/clock-nine',
  'unicons/ellipsis-v',
  'unicons/exclamation-triangle',
  'unicons/exclamation-circle',
  'unicons/external-link-alt',
  'unicons/info-circle',
  'unicons/link',
  'unicons/minus',
  'unicons/search-minus',
  'unicons/sync',
  'unicons/times',
  'unicons/apps',
  'unicons/repeat',
  'unicons/filter',
  'unicons/angle-left',
  'unicons/line-alt',
  'unicons/circle',
];

/** The text of each by its path. */
export function icons(root) {
  const folder = join(root, 'node_modules/@grafana/ui/dist/public/img/icons');
  const found = names
    .map((name) => [`${name}.svg`, join(folder, `${name}.svg`)])
    .filter(([, file]) => existsSync(file));
  return Object.fromEntries(found.map(([path, file]) => [`build/img/icons/${path}`, readFileSync(file, 'utf8')]));
}
