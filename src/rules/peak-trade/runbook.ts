/**
 * Grafana as the stacks publish it: whoever reads an alert at a Prometheus of theirs, or in Grafana, can open it. The
 * same text stands in docs/peak-trade/runbook.md.
 */
const grafana = 'http://127.0.0.1:3000';

/** The runbook of the alerts on AI Live: a panel of Execution Watch Overview, opened alone. */
export const aiLiveRunbook = `${grafana}/d/peaktrade-execution-watch-overview?viewPanel=panel-1862455756`;

/** The runbook of the alerts on the shadow pipeline: a panel of Shadow Pipeline (MVS), opened alone. */
export const pipelineRunbook = `${grafana}/d/peaktrade-shadow-pipeline-mvs?viewPanel=panel-1381364014`;
