/**
 * Runs tasks, as many at once as there are places, in their order; one that is `after` others begins when they have
 * ended. What a task is after and is not among the tasks counts as ended.
 *
 * @param work runs one task; it does not reject
 */
export async function schedule(tasks, places, work) {
  const names = new Set(tasks.map(({ name }) => name));
  const ended = new Set();
  const waiting = [...tasks];
  const running = new Map();
  while (waiting.length + running.size > 0) {
    for (const task of waiting.filter(({ after }) => after.every((name) => ended.has(name) || !names.has(name)))) {
      if (running.size === places) break;
      waiting.splice(waiting.indexOf(task), 1);
      running.set(
        task.name,
        work(task).then(() => task.name),
      );
    }
    if (running.size === 0) throw new Error(`these wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
    const name = await Promise.race(running.values());
    running.delete(name);
    ended.add(name);
  }
}
