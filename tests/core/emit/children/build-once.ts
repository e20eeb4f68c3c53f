// Writes one generation and prints the summary or the failure as JSON.
// Arguments: output folder, generation, number of files, size of each, how often, and the change of the disk at which
// the process kills itself (0: never; a file that is written then is left half written).
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Failure } from '../../../../src/core/model/failure.js';
import { build } from '../build.js';
import { createGeneration, type Generation } from '../generations.js';

const [out = '', generation = '', count = '', size = '', times = '1', killAt = '0'] = process.argv.slice(2);

let changes = 0;
function killHere(): boolean {
  changes += 1;
  return changes === Number(killAt);
}

for (const name of ['mkdirSync', 'linkSync', 'unlinkSync', 'renameSync', 'rmdirSync'] as const) {
  const original = fs[name] as (...values: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...values: unknown[]) => {
      if (killHere()) process.kill(process.pid, 'SIGKILL');
      return original(...values);
    },
  });
}
const write = fs.writeFileSync;
fs.writeFileSync = (path, data, options) => {
  const bytes = Buffer.from(data as string);
  if (killHere()) {
    write(path, bytes.subarray(0, bytes.length / 2), options);
    process.kill(process.pid, 'SIGKILL');
  }
  write(path, bytes, options);
};
syncBuiltinESMExports();

try {
  for (let time = 0; time < Number(times); time += 1) {
    const summary = await build(out, createGeneration(generation as Generation, Number(count), Number(size)), 60_000);
    if (time === Number(times) - 1) process.stdout.write(JSON.stringify({ summary, changes }));
  }
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stdout.write(JSON.stringify({ failure: { message: error.message, next: error.next } }));
}
