/** The labels of every alert on AI Live: the tile "Active alerts" counts by it. */
export const aiLiveLabels = { component: 'ai_live' } as const;
