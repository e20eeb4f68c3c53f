/** A part of a dashboard that asks a datasource. */
export interface Asker {
  readonly kind: 'panel' | 'variable' | 'annotation';
  /** In words: `the panel "Up"`. */
  readonly name: string;
}

/** How many are named. */
const most = 3;

/**
 * Says who asks: of one, its name; of several how many there are, and which are the first.
 *
 * @param ask what one of them does, and what several do: `asks`, `ask`
 * @returns the beginning of a sentence, and its end: `2 panels ask`, `: the panel "A", the panel "B"`
 */
export function describeAskers(
  askers: readonly Asker[],
  [asks, ask]: readonly [string, string],
): { readonly who: string; readonly which: string } {
  const [first, ...others] = askers;
  if (first === undefined || others.length === 0) return { who: `${first?.name ?? 'nothing'} ${asks}`, which: '' };
  const counts = (['panel', 'variable', 'annotation'] as const).flatMap((kind) => {
    const count = askers.filter((asker) => asker.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}${count === 1 ? '' : 's'}`];
  });
  const named = askers.slice(0, most).map(({ name }) => name);
  const more = askers.length - named.length;
  return {
    who: `${counts.slice(0, -1).join(', ')}${counts.length === 1 ? '' : ' and '}${counts.at(-1)} ${ask}`,
    which: `: ${named.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
  };
}
