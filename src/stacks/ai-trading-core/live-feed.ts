import { stack } from 'dashpack';
import { liveConnector } from '../../datasources/ai-trading-core/live-connector.js';

const healthz = `http://127.0.0.1:${liveConnector.port}/healthz`;

/** The live feed and what watches it. */
export const liveFeed = stack('live-feed', {
  about:
    'The live connector and Prometheus. With --profile ui Grafana as well, with --profile alerting Alertmanager, which writes into a Telegram chat.',
  servers: { prom_feed_9090: { port: 9090, service: 'prometheus', volume: 'prom_data', lifecycle: true } },
  grafana: { profile: 'ui' },
  alertmanager: { profile: 'alerting' },
  services: {
    live_connector: {
      image: '${LIVE_CONNECTOR_IMAGE:?set it to the image of the live connector, with its version}',
      restart: 'unless-stopped',
      ports: [`127.0.0.1:${liveConnector.port}:${liveConnector.port}`],
      healthcheck: {
        // What the image has to ask with is not known here.
        test: [
          'CMD',
          'sh',
          '-c',
          `wget -q -O /dev/null ${healthz} || curl -fsS -o /dev/null ${healthz} || python3 -c "import urllib.request as u; u.urlopen('${healthz}')"`,
        ],
        interval: '10s',
        timeout: '5s',
        retries: 6,
        start_period: '30s',
      },
    },
  },
});
