import { role } from 'dashpack';

/** The live feed: everything that its connector exports, and the rules on it. */
export const FEED = role('FEED', { pinned: true, label: 'Prometheus (live feed)' });
