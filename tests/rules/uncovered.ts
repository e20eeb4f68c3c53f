/** What every alert has to be seen in, and how the names of tests say so. The waiting time is shown by changing it. */
const situations: Readonly<Record<string, RegExp>> = {
  'something is wrong': /^fires/,
  healthy: /^silent (while|where|at the limit)/,
  'a restart': /^silent .*restart/,
  'the first event': /\bfirst\b/,
  'no traffic': /without traffic|blind|nothing was ever counted|no venue has any/,
};

/** Each alert without a test of one of the situations, as `alert: situation`. @param tests named `alert: what it does` */
export function uncovered(alerts: readonly string[], tests: readonly string[]): readonly string[] {
  return alerts.flatMap((alert) => {
    const own = tests.filter((name) => name.startsWith(`${alert}: `)).map((name) => name.slice(alert.length + 2));
    return Object.entries(situations).flatMap(([situation, pattern]) =>
      own.some((name) => pattern.test(name)) ? [] : [`${alert}: ${situation}`],
    );
  });
}
