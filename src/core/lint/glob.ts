const known = new Map<string, RegExp>();

/**
 * True where a path matches a glob: `*` is any part of a name, `**` any folders, `?` one character, `{a,b}` one of
 * several. Both are written with `/`.
 */
export function matchesGlob(path: string, glob: string): boolean {
  const regex = known.get(glob) ?? new RegExp(`^${toRegex(glob.replace(/^\.\//, ''))}$`, 'su');
  known.set(glob, regex);
  return regex.test(path);
}

const piece = /\*\*\/|\*\*|\*|\?|\{([^{}]*)\}|[^*?{]+|\{/g;

function toRegex(glob: string): string {
  return glob.replaceAll(piece, (match, words: string | undefined) => {
    if (words !== undefined) return `(?:${words.split(',').map(toRegex).join('|')})`;
    return wild[match] ?? match.replaceAll(/[\\^$.|+()[\]{}]/g, String.raw`\$&`);
  });
}

const wild: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
