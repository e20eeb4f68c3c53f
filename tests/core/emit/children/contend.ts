// Takes the lock again and again, and sees that nobody else has it. Arguments: folder, rounds, and the round in which
// the process dies with the lock in its hands.
import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { acquireLock } from '../../../../src/core/emit/lock.js';

const [out = '', rounds = '', dieIn = ''] = process.argv.slice(2);
const marker = join(out, 'inside');

/** A process that was killed and that its parent has not asked about yet is dead too. */
function isDead(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

function enter(): void {
  try {
    const file = openSync(marker, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
  } catch {
    const other = Number(readFileSync(marker, 'utf8'));
    if (other === 0 || !isDead(other)) {
      throw new Error(`both inside: ${process.pid} and ${other}`);
    }
    unlinkSync(marker);
    enter();
  }
}

for (let round = 0; round < Number(rounds); round += 1) {
  const lock = await acquireLock(out, 60_000);
  enter();
  await pause(1);
  if (round === Number(dieIn)) process.kill(process.pid, 'SIGKILL');
  unlinkSync(marker);
  lock.release();
}
