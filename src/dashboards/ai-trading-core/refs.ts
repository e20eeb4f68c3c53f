import { dashboardsIn } from 'dashpack';

const inLiveFeed = dashboardsIn('live-feed');

/** The live feed at a glance. */
export const liveFeedOps = inLiveFeed('live-feed-ops', 'Live Feed – Ops');
