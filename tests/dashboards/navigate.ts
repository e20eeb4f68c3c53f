/** A link to a dashboard, as Grafana finds it in another one. */
export interface Link {
  readonly title: string;
  readonly url: string;
  /** At the top of the dashboard, where Grafana itself adds the time range and the variables. */
  readonly top: { readonly keepTime: boolean; readonly includeVars: boolean } | undefined;
}

/** A dashboard as its viewer moves through it: its variables, without the hidden ones of datasources, and its links. */
export interface Stop {
  readonly uid: string;
  readonly variables: readonly string[];
  readonly links: readonly Link[];
}

type Json = Readonly<Record<string, unknown>>;

/** Reads a generated dashboard. Links are found wherever they stand. */
export function readStop(text: string): Stop {
  const json = JSON.parse(text) as Json;
  const { list } = json['templating'] as { readonly list: readonly Json[] };
  const top = (json['links'] as readonly Json[]).map((link) => linkOf(link, true));
  const inside = linksIn([json['panels'], json['annotations']]);
  return {
    uid: String(json['uid']),
    variables: list.filter(({ type }) => type !== 'datasource').map(({ name }) => String(name)),
    links: [...top, ...inside].filter(({ url }) => url.startsWith('/d/')),
  };
}

function linksIn(value: unknown): readonly Link[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(linksIn);
  return 'url' in value ? [linkOf(value, false), ...inner] : inner;
}

function linkOf({ title, url, keepTime, includeVars }: Json, isTop: boolean): Link {
  return {
    title: String(title),
    url: String(url),
    top: isTop ? { keepTime: keepTime === true, includeVars: includeVars === true } : undefined,
  };
}

/** The dashboard that a link leads to. */
export function leadsTo({ url }: Link): string {
  return /^\/d\/([^/?]+)/.exec(url)?.[1] ?? '';
}

/**
 * The problems of a link from one dashboard to another: it is followed as Grafana does, with a time range and a value
 * for each variable, and the other dashboard must find them.
 */
export function linkFaults(link: Link, from: Stop, to: Stop | undefined): readonly string[] {
  if (to === undefined) return ['leads nowhere'];
  const { address, parameters } = follow(link, from);
  const set = [...new URLSearchParams(link.url.split('?')[1] ?? '').keys()]
    .filter((name) => name.startsWith('var-'))
    .map((name) => name.slice('var-'.length));
  const shared = from.variables.filter((name) => to.variables.includes(name) && !set.includes(name));
  return [
    ...(/\$\{|\[\[/.test(address) ? [`leaves something in ${address} that Grafana does not fill in`] : []),
    ...(parameters.get('from') === viewed.from && parameters.get('to') === viewed.to ? [] : ['loses the time range']),
    ...shared
      .filter((name) => parameters.getAll(`var-${name}`).join() !== chosen(name).join())
      .map((name) => `loses the variable ${name}`),
    ...set
      .filter((name) => !to.variables.includes(name))
      .map((name) => `sets the variable ${name}, which is not there`),
  ];
}

const viewed = { from: 'now-7d', to: 'now-1d' } as const;

function chosen(name: string): readonly string[] {
  return [`${name} & 1`, `${name}/2`];
}

/** The address that a click opens, and what stands in it. */
function follow(link: Link, from: Stop): { readonly address: string; readonly parameters: URLSearchParams } {
  const time = new URLSearchParams(viewed).toString();
  const pick = (name: string): string =>
    new URLSearchParams(chosen(name).map((value): [string, string] => [`var-${name}`, value])).toString();
  const added =
    link.top === undefined
      ? []
      : [link.top.keepTime ? time : '', link.top.includeVars ? from.variables.map(pick).join('&') : ''];
  const filled = link.url
    .replaceAll('${__url_time_range}', time)
    .replaceAll(/\$\{(\w+):queryparam\}/g, (text, name: string) => (from.variables.includes(name) ? pick(name) : text))
    .replaceAll(/\$\{__field\.labels\.(\w+):percentencode\}/g, '$1');
  const [path, query = ''] = filled.split('?');
  const all = [query, ...added].filter((part) => part !== '').join('&');
  return { address: `${path}?${all}`, parameters: new URLSearchParams(all) };
}

/** How many clicks each dashboard is away from one. */
export function clicksFrom(start: string, stops: readonly Stop[]): ReadonlyMap<string, number> {
  const byUid = new Map(stops.map((stop) => [stop.uid, stop]));
  const clicks = new Map([[start, 0]]);
  for (const [uid, distance] of clicks) {
    for (const link of byUid.get(uid)?.links ?? []) {
      if (!clicks.has(leadsTo(link))) clicks.set(leadsTo(link), distance + 1);
    }
  }
  return clicks;
}
