import aiLive from './ai-live.js';
import pipeline from './pipeline.js';
import system from './system.js';

/** How the producers of Peak_Trade can behave. */
export default [...system, ...aiLive, ...pipeline];
