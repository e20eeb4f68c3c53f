import { dashboardRef } from 'dashpack';

/** The live feed at a glance. */
export const liveFeedOps = dashboardRef({ uid: 'live-feed-ops', title: 'Live Feed – Ops', folder: 'live-feed' });
