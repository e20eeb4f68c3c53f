import { stack } from 'dashpack';

/** Grafana, and what it asks on the ports of the host, as the runbook has them. */
export const grafanaOnly = stack('grafana-only', {
  about:
    'Grafana with the Prometheus servers of the host. With --profile prometheus the servers run here as well, and scrape the producers of the host.',
  reach: 'host',
  grafana: {},
  servers: {
    prom_local_9092: { port: 9092, profile: 'prometheus' },
    prom_ai_live_9094: { port: 9094, profile: 'prometheus' },
    prom_observability_9095: { port: 9095, profile: 'prometheus' },
    prom_main_9090: { port: 9090, profile: 'main' },
  },
});
