/** A series as a panel calls it: by its legend, with the labels that it names; without one, by its labels. */
export function seriesName(labels: Readonly<Record<string, string>>, legend: string | undefined): string {
  if (legend !== undefined && legend !== '' && legend !== '__auto')
    return legend.replaceAll(/\{\{\s*([^{}]+?)\s*\}\}/g, (_all, label: string) => labels[label] ?? '');
  return Object.keys(labels)
    .filter((label) => label !== '__name__')
    .sort()
    .map((label) => `${label}=${labels[label] ?? ''}`)
    .join(', ');
}
