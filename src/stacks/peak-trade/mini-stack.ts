import { simulatedProducers, stack } from 'dashpack';
import { aiLive } from '../../datasources/peak-trade/ai-live.js';
import { peakTradeMetricsd } from '../../datasources/peak-trade/peak-trade-metricsd.js';
import { peakTradeWeb } from '../../datasources/peak-trade/peak-trade-web.js';
import { shadowMvs } from '../../datasources/peak-trade/shadow-mvs.js';

/** Everything in containers, with synthetic data: to look at dashboards, and to show them. */
export const miniStack = stack('mini-stack', {
  about:
    'Grafana, its Prometheus servers, and producers with synthetic data. With --profile main the main one as well.',
  grafana: {},
  servers: {
    prom_local_9092: { port: 9092 },
    prom_ai_live_9094: { port: 9094 },
    prom_observability_9095: { port: 9095 },
    prom_main_9090: { port: 9090, profile: 'main' },
  },
  producers: 'producers',
  services: {
    producers: simulatedProducers({
      pack: 'peak-trade',
      ports: [shadowMvs.port, aiLive.port, peakTradeWeb.port, peakTradeMetricsd.port],
    }),
  },
});
