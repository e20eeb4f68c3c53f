// What is remembered of gates: that one was green, and under which inputs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import stringify from 'fast-json-stable-stringify';

/** Verdicts in a file; one that is not there, or is damaged, remembers nothing. */
export function openVerdicts(file) {
  const known = read(file);
  return {
    isGreen: (name, hash) => known.get(name) === hash,
    remember(name, hash) {
      known.set(name, hash);
      save();
    },
    forget(name) {
      known.delete(name);
      save();
    },
  };

  function save() {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${stringify(Object.fromEntries(known))}\n`);
  }
}

function read(file) {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return new Map();
  }
}
