/**
 * Where the runbook stands, from the root of this repository: it has no public address that an alert could name. Put
 * the address of your repository's web page before it, and every alert links there.
 */
const page = 'docs/peak-trade/runbook.md';

/** The part of the runbook about one alert. */
export function runbookOf(alert: string): string {
  return `${page}#${alert.toLowerCase()}`;
}
