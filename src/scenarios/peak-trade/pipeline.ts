import { idle, paced, scenario } from 'dashpack/simulate';
import { pipelineEvents, pipelineRiskBlocks, shadowMvs } from '../../datasources/peak-trade/index.js';
import { errorRateSpike } from '../../rules/peak-trade/pipeline/error-rate.js';
import { noEvents } from '../../rules/peak-trade/pipeline/no-events.js';
import { riskBlocksSpike } from '../../rules/peak-trade/pipeline/risk-blocks.js';
import { usual } from './usual.js';

const soon = { from: '1m' } as const;

/** States of the shadow pipeline. */
export default [
  scenario(
    'pipeline-stuck',
    'A run goes on, and no event comes out of it from the first minute on.',
    [usual, idle(shadowMvs, soon)],
    { fires: [noEvents] },
  ),
  scenario(
    'pipeline-errors',
    'Many events of the pipeline are errors.',
    [usual, paced(pipelineEvents({ stage: 'error' }), 1, soon)],
    { fires: [errorRateSpike] },
  ),
  scenario(
    'pipeline-risk-blocks',
    'Risk management stops orders of the shadow pipeline.',
    [usual, paced(pipelineRiskBlocks({ mode: 'shadow' }), 0.1, soon)],
    { fires: [riskBlocksSpike] },
  ),
];
