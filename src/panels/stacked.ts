/** Filled areas on top of each other, as a time series' `custom`: for counts that add up to a whole. */
export const stacked = { fillOpacity: 30, stacking: { group: 'A', mode: 'normal' } } as const;
