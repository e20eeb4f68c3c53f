import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Modules of Node with which a test reaches beyond its own process. */
const reaching = /^node:(?:child_process|cluster|dgram|https?|net|tls|worker_threads)$/;
/** Functions of `node:fs` that change the disk. */
const writing =
  /\b(?:append|chmod|chown|copyFile|cp|create|link|mk|open|rename|rm|symlink|truncate|unlink|utimes|write)/;
const statement = /^(?:import|export)\s(?!type\s)([^;'"]*?)\s?(?:from\s)?'([^']+)'/gm;

/** Whose imports are followed besides those under `tests`: what a command does, it does to processes and files. */
const followed = /^(?:tests|src\/cli)\//;

/**
 * The test files, from the root, that start processes, serve, or write files: themselves, or through a helper under
 * `tests` or a module of the command line that they import. They make the vitest project `real`, all others `pure`.
 */
export function realTests(root: string): readonly string[] {
  const tests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((path) => join('tests', path).split(sep).join('/'))
    .filter((path) => path.endsWith('.test.ts'));
  const sources = new Map<string, Source>();
  const sourceOf = (path: string): Source => {
    const source = sources.get(path) ?? readSource(root, path);
    sources.set(path, source);
    return source;
  };
  return tests.filter((test) => {
    const reached = new Set([test]);
    for (const path of reached) {
      const { reaches, imports } = sourceOf(path);
      if (reaches) return true;
      for (const each of imports) reached.add(each);
    }
    return false;
  });
}

interface Source {
  readonly reaches: boolean;
  /** What of it is followed, from the root. */
  readonly imports: readonly string[];
}

function readSource(root: string, path: string): Source {
  const statements = [...readFileSync(join(root, path), 'utf8').matchAll(statement)];
  return {
    reaches: statements.some(([, names = '', from = '']) => {
      const values = names.replaceAll(/\btype \w+/g, '');
      return (reaching.test(from) && /\w/.test(values)) || (from.startsWith('node:fs') && writing.test(values));
    }),
    imports: statements.flatMap(([, , from = '']) => {
      if (!from.startsWith('.')) return [];
      const file = join(root, dirname(path), from.replace(/\.js$/, '.ts'));
      const target = relative(root, file).split(sep).join('/');
      return followed.test(target) && existsSync(file) ? [target] : [];
    }),
  };
}
