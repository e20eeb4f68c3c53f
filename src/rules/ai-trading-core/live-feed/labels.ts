/** What every alert on the live feed carries. */
export const feedLabels = { component: 'live_feed' } as const;

/** What an alert over the whole feed carries: those of a single venue have none. */
export const globalLabels = { ...feedLabels, scope: 'global' } as const;
