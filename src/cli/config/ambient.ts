import type { Metafile } from 'esbuild';

/** The names of JavaScript's own that give the same on every machine and at every time. */
const pure = new Set(
  (
    'Object Function Array Map Set WeakMap WeakSet JSON Math String Number Boolean Symbol BigInt RegExp Promise Reflect Proxy ' +
    'Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError Infinity NaN undefined eval ' +
    'ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array ' +
    'Float64Array BigInt64Array BigUint64Array Iterator parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent ' +
    'decodeURI decodeURIComponent escape unescape URL URLSearchParams TextEncoder TextDecoder structuredClone queueMicrotask'
  ).split(' '),
);

const prefix = '__dashpackAmbient_';

/**
 * The definitions that tell esbuild to mark each name of the surroundings, such as `process`, `Date` or `fetch`, where the
 * configuration means that and no variable of its own.
 */
export function markAmbient(): Readonly<Record<string, string>> {
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
  return Object.fromEntries(names.filter((name) => !pure.has(name)).map((name) => [name, `${prefix}${name}`]));
}

/** Declares the marked names in the first line of a bundle, which is the banner's: no other line moves. */
export function declareAmbient(code: string): string {
  const names = new Set([...code.matchAll(new RegExp(String.raw`\b${prefix}(\w+)`, 'g'))].map(([, name = '']) => name));
  const end = code.indexOf('\n');
  const lines = [...names].map((name) => ` const ${prefix}${name} = ${name};`);
  return names.size === 0 ? code : `${code.slice(0, end)}${lines.join('')}${code.slice(end)}`;
}

/** Ways to the surroundings, or to chance, that need none of their names. */
const detours =
  /\b(?:eval|__require)\b|\b(?:require|import)\s*\(|\bimport\.meta\b|\.\s*(?:stack|constructor)\b|\bconstructor\b(?!\s*\()|\bFunction\b|\bMath\b(?!\.(?!random\b)\w)|Locale\w*\(|\blocaleCompare\b/;

/**
 * True where a bundle gives the same whenever and wherever it runs: it asks nothing but JavaScript's own functions and
 * the given modules. False also where that is not certain.
 *
 * @param code as esbuild wrote it, with marks
 * @param modules what it may import, as URLs
 */
export function isPure(code: string, { outputs }: Metafile, modules: ReadonlySet<string>): boolean {
  const body = code.slice(code.indexOf('\n'));
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  const isClosed = imports.every(({ path, kind }) => kind === 'import-statement' && modules.has(path));
  return isClosed && !body.includes(prefix) && !detours.test(body);
}
