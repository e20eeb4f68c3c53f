// Checks who imports whom in src/: files against .dependency-cruiser.mjs, and rooms, which must not stand in a circle.
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
const { roomCircles } = await import('./rooms.mjs');

const roots = ['src', 'dashpack.config.ts'].filter((path) => existsSync(path));
const { forbidden, options } = configuration;
const { output: result } = await cruise(roots, { ...options, validate: true, ruleSet: { forbidden } });
const { output: report, exitCode } = await format(result, { outputType: 'err-long' });

const seen = result.modules.filter(({ source }) => source.startsWith('src/') && source.endsWith('.ts')).length;
const written = readdirSync('src', { recursive: true }).filter((path) => path.endsWith('.ts')).length;
const isBlind = seen < written || seen === 0;
const arrows = result.modules.flatMap(({ source, dependencies }) =>
  dependencies.filter(({ resolved }) => resolved.startsWith('src/')).map(({ resolved }) => [source, resolved]),
);
const circles = roomCircles(arrows.filter(([source]) => source.startsWith('src/')));
if (exitCode > 0 || circles.length > 0) {
  if (exitCode > 0) console.log(report);
  for (const { rooms, imports } of circles) {
    console.log(`\n  error no-circle-of-rooms: ${rooms.join(' → ')}`);
    console.log('    Neither room can be understood or moved without the other. The imports that close the circle:');
    for (const line of imports) console.log(`    ${line}`);
  }
} else if (isBlind) {
  console.log(`layers: saw ${seen} of the ${written} TypeScript files under src/, so nothing is proven`);
} else {
  console.log(
    `layers: ${seen} modules, ${result.summary.totalDependenciesCruised} arrows, none the wrong way, no circle of rooms`,
  );
}
process.exitCode = exitCode > 0 || circles.length > 0 || isBlind ? 1 : 0;
