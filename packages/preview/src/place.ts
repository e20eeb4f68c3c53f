/** What the page shows: it stands in its address, behind `#`, so that it can be kept and sent. */
export interface Shown {
  readonly dashboard: string;
  readonly scenario: string;
  /** A second scenario beside it. */
  readonly beside: string;
  readonly theme: 'dark' | 'light';
  readonly from: string;
  readonly to: string;
  /** The place of the only panel that is shown. */
  readonly panel: string;
  /** In pixels; empty for all that there is. */
  readonly width: string;
  /** Nothing but the dashboard. */
  readonly bare: boolean;
  readonly variables: Readonly<Record<string, readonly string[]>>;
}

/** Reads it from an address. */
export function readPlace(hash: string): Shown {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (name: string): string => asked.get(name) ?? '';
  const variables: Record<string, readonly string[]> = {};
  for (const name of new Set(asked.keys())) {
    if (name.startsWith('var-')) variables[name.slice(4)] = asked.getAll(name);
  }
  return {
    dashboard: text('dashboard'),
    scenario: text('scenario'),
    beside: text('beside'),
    theme: text('theme') === 'light' ? 'light' : 'dark',
    from: text('from'),
    to: text('to'),
    panel: text('panel'),
    width: text('width'),
    bare: asked.has('bare'),
    variables,
  };
}

/** Writes it for an address. */
export function writePlace({ variables, bare, ...rest }: Shown): string {
  const written = new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== ''));
  if (bare) written.set('bare', '');
  for (const [name, values] of Object.entries(variables))
    for (const value of values) written.append(`var-${name}`, value);
  return `#${written}`;
}
