const variable = /\$(\w+)|\$\{(\w+)(?:[.:][^}]*)?\}|\[\[(\w+)(?::\w+)?\]\]/g;

/** The variables that texts use and a dashboard does not declare; Grafana's own begin with `__`, and `$1` is money. */
export function undeclaredIn(texts: readonly (string | undefined)[], declared: ReadonlySet<string>): readonly string[] {
  const names = new Set<string>();
  for (const text of texts) {
    if (text === undefined || !/\$|\[\[/.test(text)) continue;
    for (const match of text.matchAll(variable)) {
      const name = match[1] ?? match[2] ?? match[3] ?? '';
      if (!name.startsWith('__') && !/^\d/.test(name) && !declared.has(name)) names.add(name);
    }
  }
  return [...names];
}
