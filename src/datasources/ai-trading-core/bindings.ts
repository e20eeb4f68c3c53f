import { promFeed9090 } from './datasources.js';

/** Which datasource answers for each role. */
export const bindings = { FEED: promFeed9090 } as const;
