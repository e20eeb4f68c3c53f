import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Makes the function that counts what was worked on and collects garbage every so often. Checks make garbage faster than
 * V8 thinks worth collecting, and a process that lints much would take twice the memory; asked for now and then, the
 * collector keeps it small at little cost.
 *
 * @param every after how much it collects
 */
export function createCollector(every: number): (amount: number) => void {
  let since = 0;
  let collect: (() => void) | undefined;
  return (amount) => {
    since += amount;
    if (since < every) return;
    since = 0;
    collect ??= exposeCollector();
    collect();
  };
}

function exposeCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
