// Checks who imports whom in src/ against .dependency-cruiser.mjs.
//
//   node scripts/layers/run.mjs [project folder]
//
// dependency-cruiser parses TypeScript with the package `typescript` that it finds from its own folder, and cannot use
// version 7, which this project builds with: it then sees no module, and reports success. This folder is a workspace
// with its own TypeScript 5.9; putting that under the name of the other into the module cache, before dependency-cruiser
// looks, is all it takes. Should that stop working, the count below fails the check.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');
process.chdir(resolve(process.argv[2] ?? repository)); // modules are named and matched relative to here

const requireHere = createRequire(import.meta.url);
const requireFromCruiser = createRequire(import.meta.resolve('dependency-cruiser'));
for (const name of ['typescript', 'typescript/package.json']) {
  requireHere(name);
  requireFromCruiser.cache[requireFromCruiser.resolve(name)] = requireHere.cache[requireHere.resolve(name)];
}
const { cruise, format } = await import('dependency-cruiser');
const { default: configuration } = await import('../../.dependency-cruiser.mjs');

const roots = ['src', 'dashpack.config.ts'].filter((path) => existsSync(path));
const { forbidden, options } = configuration;
const { output: result } = await cruise(roots, { ...options, validate: true, ruleSet: { forbidden } });
const { output: report, exitCode } = await format(result, { outputType: 'err-long' });

const seen = result.modules.filter(({ source }) => source.startsWith('src/') && source.endsWith('.ts')).length;
const written = readdirSync('src', { recursive: true }).filter((path) => path.endsWith('.ts')).length;
const isBlind = seen < written || seen === 0;
if (exitCode > 0) {
  console.log(report);
} else if (isBlind) {
  console.log(`layers: saw ${seen} of the ${written} TypeScript files under src/, so nothing is proven`);
} else {
  console.log(`layers: ${seen} modules, ${result.summary.totalDependenciesCruised} arrows, none the wrong way`);
}
process.exitCode = exitCode > 0 || isBlind ? 1 : 0;
