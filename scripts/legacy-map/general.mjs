/** What happens in every dashboard. docs/peak-trade/corrections.md says each in full; the script does what the name says. */
export const generalNames = {
  G1: 'zero while alive',
  G2: 'no zero where nothing was measured',
  G3: 'PRESENT is 1',
  G4: 'shares without clamp_min',
  G5: 'no NaN',
  G6: 'tiles ask for now',
  G7: 'datasource by ownership',
  G8: 'no datasource drop-down',
  G9: 'DS_* of every role',
  G10: 'data links keep time and variables',
  G11: 'labels in data links',
  G12: 'units and descriptions',
  G13: 'legend of many series',
  G14: 'ids and places',
  G15: 'dashboard defaults',
  G16: 'no prom_shadow_9093',
};

/**
 * The general corrections that the page documents, and how often each was used. One that is not documented is not
 * applied, so that what it would explain is a loss.
 */
export function generalCorrections(documented) {
  const uses = new Map(documented.map((id) => [id, 0]));
  return {
    uses,
    isActive: (id) => uses.has(id),
    /** Counts a use, and says whether the correction is documented. */
    use(id, times = 1) {
      if (!uses.has(id)) return false;
      uses.set(id, uses.get(id) + times);
      return true;
    },
    /** Runs a step, and returns how often each was used in it. */
    during(step) {
      const before = new Map(uses);
      const result = step();
      return { ...result, uses: new Map([...uses].map(([id, count]) => [id, count - before.get(id)])) };
    },
    unused: () =>
      [...uses].flatMap(([id, count]) => {
        if (generalNames[id] === undefined) return [`${id} is documented, but the script does not know it`];
        return count === 0 ? [`${id} (${generalNames[id]}) is documented, but explains nothing`] : [];
      }),
  };
}
