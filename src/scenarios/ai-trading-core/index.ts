import connector from './connector.js';
import latency from './latency.js';

/** How the live connector can behave. */
export default [...connector, ...latency];
