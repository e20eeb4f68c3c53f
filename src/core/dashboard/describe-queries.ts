import type { ResolvedQuery } from './resolve-query.js';

/** What a panel's metrics mean, from their help: the description where the author gave none. */
export function descriptionOf(queries: readonly ResolvedQuery[]): string | undefined {
  const lines = new Set<string>();
  for (const { families } of queries) {
    for (const family of families) lines.add(`\`${family.name}\`: ${family.help}`);
  }
  return lines.size === 0 ? undefined : [...lines].join('\n\n');
}
