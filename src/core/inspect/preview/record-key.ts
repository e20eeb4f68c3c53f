/** The key of a recorded answer: the path and the question with its keys in order, whatever the width of the page. */
export function recordKey(path: string, question: object): string {
  return `${path} ${JSON.stringify(question, (_, value: unknown) => inOrder(value))}`;
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const shown = Object.entries(value).filter(([key]) => key !== 'width');
  return Object.fromEntries(shown.sort(([a], [b]) => (a < b ? -1 : 1)));
}
