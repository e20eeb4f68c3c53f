const pattern = /^(?=\d)(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const seconds = [31_536_000, 604_800, 86_400, 3600, 60, 1, 0.001] as const;

/**
 * The length in seconds of a PromQL duration such as `1h30m`, or undefined for what is none. The units stand from large
 * to small, each at most once.
 */
export function durationSeconds(text: string): number | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  return seconds.reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
}

/**
 * The length in seconds of what Prometheus 3 takes for a duration: `5m`, a number of seconds, either with a minus.
 * Undefined for a variable, a calculation, or what is none.
 */
export function signedSeconds(text: string): number | undefined {
  if (text.startsWith('-')) {
    const ahead = signedSeconds(text.slice(1));
    return ahead === undefined ? undefined : -ahead;
  }
  return durationSeconds(text) ?? (/^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text) ? Number(text) : undefined);
}
