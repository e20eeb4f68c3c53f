import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

/** A tsconfig.json and every file that it extends, directly or not. What cannot be found is left to the compiler to complain about. */
export function listTsconfigChain(file: string, seen: ReadonlySet<string> = new Set()): readonly string[] {
  if (seen.has(file)) return [];
  const parents = readExtends(file).flatMap((name) => resolveExtends(name, file) ?? []);
  const known = new Set([...seen, file]);
  return [file, ...parents.flatMap((parent) => listTsconfigChain(parent, known))];
}

function readExtends(file: string): readonly string[] {
  try {
    const { extends: parents } = JSON.parse(stripComments(readFileSync(file, 'utf8'))) as {
      readonly extends?: unknown;
    };
    return [parents].flat().filter((name) => typeof name === 'string');
  } catch {
    return [];
  }
}

/** Makes JSON of what tsconfig files may have besides: comments, and commas behind the last item. */
function stripComments(text: string): string {
  const keepStrings = (pattern: RegExp, source: string): string =>
    source.replaceAll(pattern, (match) => (match.startsWith('"') ? match : ''));
  const withoutComments = keepStrings(/"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, text.replace(/^\uFEFF/, ''));
  return keepStrings(/"(?:\\.|[^"\\])*"|,(?=\s*[}\]])/g, withoutComments);
}

function resolveExtends(name: string, from: string): string | undefined {
  if (name.startsWith('.') || name.startsWith('/')) {
    const path = resolve(dirname(from), name);
    return [path, `${path}.json`].find((each) => each.endsWith('.json') && existsSync(each));
  }
  const require = createRequire(from);
  for (const path of [name, `${name}.json`, `${name}/tsconfig.json`]) {
    try {
      return require.resolve(path);
    } catch {
      // The next spelling.
    }
  }
  return undefined;
}
