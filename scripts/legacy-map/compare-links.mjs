import { differs, unasked } from './differs.mjs';

/** How the data links of two panels differ, by title. */
export function compareLinks(before, now, general) {
  const byTitle = new Map(now.map((link) => [link.title, link]));
  const kept = before.flatMap((link) => {
    const other = byTitle.get(link.title);
    byTitle.delete(link.title);
    if (other === undefined) return [{ aspect: 'links', text: `the data link "${link.title}" is gone` }];
    const differences = differs('links', link.url, other.url);
    return leadsTo(link, other, general) ? unasked(differences) : [{ aspect: 'links', text: printUrls(link, other) }];
  });
  const added = [...byTitle.keys()].map((title) => ({ aspect: 'links', text: `the data link "${title}" is new` }));
  return [...kept, ...added];
}

function printUrls(before, now) {
  return `the data link ${before.url} is now ${now.url}${now.targetBlank === true ? ', in a new tab' : ''}`;
}

/** Whether a link leads to the same dashboard with the same values, besides the time range and the variables handed over. */
function leadsTo(before, now, general) {
  const old = readUrl(before.url);
  const other = readUrl(now.url);
  if (old.path !== other.path || (before.targetBlank ?? false) !== (now.targetBlank ?? false)) return false;
  const values = old.values.map((value) => withFieldLabels(value, general));
  if (!values.every((value) => other.values.includes(value))) return false;
  const added = other.values.filter((value) => !values.includes(value));
  return added.every((value) => isHandedOver(value)) && (added.length === 0 || general.use('G10'));
}

function readUrl(url) {
  const [path, parameters = ''] = url.split('?');
  return { path, values: parameters.split('&').filter((value) => value !== '') };
}

/** `${__series.labels.x}` is unknown to Grafana since 7: it is `${__field.labels.x}`. */
function withFieldLabels(value, general) {
  const replaced = value.replaceAll(/\$\{__series\.labels\.(\w+)\}/g, '${__field.labels.$1:percentencode}');
  if (replaced !== value && !general.use('G11')) return value;
  return replaced;
}

function isHandedOver(value) {
  return value === '${__url_time_range}' || /^\$\{\w+:queryparam\}$/.test(value);
}
