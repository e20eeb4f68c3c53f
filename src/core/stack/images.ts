/** The images of the services that dashpack writes itself. Each has busybox's `wget`, which the health checks call. */
export const images = {
  grafana: 'grafana/grafana:12.3.1',
  prometheus: 'prom/prometheus:v3.6.0',
  alertmanager: 'prom/alertmanager:v0.28.1',
  node: 'node:22-bookworm',
} as const;
