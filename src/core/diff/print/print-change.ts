import type { Change } from '../change.js';

/** In characters: longer values get a line each. */
const lineWidth = 100;

/**
 * A change as lines: `unit: s → ms` where it fits on one, else the label and, below it, what was there behind `-` and what
 * is there behind `+`; then what follows from it.
 */
export function printChange({ label, before, after, details }: Change): readonly string[] {
  return [...printValues(label, before, after), ...details.map((detail) => `  ${detail}`)];
}

function printValues(label: string, before: string | undefined, after: string | undefined): readonly string[] {
  if (before === undefined && after === undefined) return [label];
  const line = oneLine(label, before, after);
  if (line.length <= lineWidth && !line.includes('\n')) return [line];
  return [
    `${label}:`,
    ...(before === undefined ? [] : marked('-', before)),
    ...(after === undefined ? [] : marked('+', after)),
  ];
}

function oneLine(label: string, before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `${label}: + ${after ?? ''}`;
  if (after === undefined) return `${label}: - ${before}`;
  return `${label}: ${before} → ${after}`;
}

function marked(mark: string, text: string): readonly string[] {
  return text.split('\n').map((line) => `  ${mark} ${line}`);
}
