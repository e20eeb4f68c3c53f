// Writes two generations in turn until it is killed. Arguments: output folder, number of files.
import { build } from '../build.js';
import { createGeneration } from '../generations.js';

const [out = '', count = ''] = process.argv.slice(2);
for (;;) {
  for (const generation of ['A', 'B'] as const) {
    await build(out, createGeneration(generation, Number(count)), 60_000);
    process.stdout.write('.');
  }
}
