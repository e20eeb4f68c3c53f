import { count, countedWithin } from 'dashpack';
import { pipelineRiskBlocks } from '../../../datasources/peak-trade/index.js';
import { testsOfCounted } from '../series/counted.js';
import { blocks, scraped } from '../series/pipeline.js';
import { pipelineAlert } from './pipeline-alert.js';

/** Risk management stops something. The first block counts: `rate` would not see it. */
export const riskBlocksSpike = pipelineAlert('PIPELINE_RiskBlocksSpike', {
  when: count(countedWithin(pipelineRiskBlocks(), '5m')),
  for: '2m',
  summary: 'Shadow Pipeline: Risk Blocks (5m)',
  description: [
    'Das Risk Management blockt: risk_blocks_total ist in den letzten 5 Minuten gewachsen, und sei es um den ersten Block.',
    '',
    'Checks:',
    '- Grafana: Shadow Pipeline (MVS) → Risk Blocks nach reason',
    '- Limits und Exposure prüfen',
  ],
  tests: testsOfCounted(blocks, [scraped]),
});
