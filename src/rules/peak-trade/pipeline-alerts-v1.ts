import { ruleFile } from 'dashpack';
import { SHADOW } from '../../datasources/peak-trade/index.js';
import { errorRateSpike } from './pipeline/error-rate.js';
import { pipelineExporterDown } from './pipeline/exporter-down.js';
import { noEvents } from './pipeline/no-events.js';
import { riskBlocksSpike } from './pipeline/risk-blocks.js';

/** The shadow pipeline: proposals, which nobody has turned on. */
export const pipelineAlertsV1 = ruleFile('pipeline_alerts_v1.yml', {
  role: SHADOW,
  groups: { pipeline_v1: [pipelineExporterDown, noEvents, errorRateSpike, riskBlocksSpike] },
  offBecause: 'the specification proposes these alerts; thresholds want a baseline, and a run is not always expected',
});
