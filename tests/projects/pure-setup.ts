// Pure tests share a process and its modules, so what one leaves behind the next one meets: none may reach beyond it.
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const forbidden: readonly (readonly [holder: object, names: readonly string[]])[] = [
  [childProcess, ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']],
  [fs, ['appendFileSync', 'mkdirSync', 'mkdtempSync', 'renameSync', 'rmSync', 'symlinkSync', 'writeFileSync']],
  [net.Server.prototype, ['listen']],
];

for (const [holder, names] of forbidden) {
  for (const name of names) {
    Reflect.set(holder, name, () => {
      throw new Error(
        `${name} in a pure test: tests/projects/real-tests.ts looks for an import that says so, and found none`,
      );
    });
  }
}
syncBuiltinESMExports();
