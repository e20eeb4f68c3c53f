/** What every alert on AI Live carries: the tile "Active alerts" counts by it. */
export const aiLiveLabels = { component: 'ai_live' } as const;
