/** The labels of every alert on the live feed. */
export const feedLabels = { component: 'live_feed' } as const;

/** The labels of an alert over the whole feed: those of a single venue have none. */
export const globalLabels = { ...feedLabels, scope: 'global' } as const;
