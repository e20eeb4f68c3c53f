/** Runs work, so many pieces at a time; the others wait in the order they came. */
export type Limiter = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Makes a limiter. */
export function createLimiter(atOnce: number): Limiter {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < atOnce) running += 1;
    else {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
    try {
      return await work();
    } finally {
      // The place is handed on rather than given back, so that nobody who comes meanwhile takes it as well.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
