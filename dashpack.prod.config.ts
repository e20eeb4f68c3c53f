import { datasource, defineConfig, inEnvironment } from 'dashpack';
import { peakTrade } from './src/packs/peak-trade.js';

const shadow = datasource('prom_shadow_9093', { url: 'http://prometheus-shadow.prod.internal:9090' });
const urls = {
  prom_local_9092: 'http://prometheus-local.prod.internal:9090',
  prom_main_9090: 'http://prometheus-main.prod.internal:9090',
  prom_ai_live_9094: 'http://prometheus-ai-live.prod.internal:9090',
  prom_observability_9095: 'http://prometheus-observability.prod.internal:9090',
};

/** Production: other servers, and SHADOW has a Prometheus of its own. */
export default defineConfig({
  packs: [inEnvironment(peakTrade, { urls, bindings: { SHADOW: shadow }, targetHost: 'exporters.prod.internal' })],
});
