/**
 * A difference where two values are not the same.
 *
 * @param word what a correction must say to explain it; without one, the words of the aspect are looked for
 */
export function differs(aspect, before, now, word) {
  if (JSON.stringify(before) === JSON.stringify(now)) return [];
  const text = `${aspect}: ${print(before)} is now ${print(now)}`;
  return [{ aspect, text, ...(word === undefined ? {} : { word }) }];
}

/** Differences that a general correction explains, where it is documented. A correction of the dashboard may say more. */
export function explained(differences, general, id) {
  return differences.length > 0 && general.use(id) ? unasked(differences) : differences;
}

/** Differences that need no correction, but may have one: what the legacy does not set, for example. */
export function unasked(differences) {
  return differences.map((difference) => ({ ...difference, isExplained: true }));
}

function print(value) {
  return value === undefined || value === '' ? 'nothing' : JSON.stringify(value);
}
