import { row, text } from 'dashpack';
import { navTile } from 'dashpack/panels';
import { AI_LIVE, LOCAL, SHADOW } from '../../../datasources/peak-trade/index.js';
import * as refs from '../refs.js';

const guardrails = [
  '**Watch-only Workflow:** Operator Summary → System Health → Execution Watch → (optional) Shadow Pipeline.',
  '',
  '**Wenn du unerwartete MISSING/DOWN Werte siehst:**',
  '- Prüfe, ob du im richtigen Grafana bist (Port :3000).',
  '- Prüfe Prometheus-local (:9092) und Shadow Target `up{job="shadow_mvs"}`.',
  '- `Contract Details` liefert die Debug-Queries je Datasource.',
].join('\n');

/** The ways to the other dashboards. */
export const homeTiles = row('Operator Home (watch-only)', {
  operatorSummary: navTile('Operator Summary', refs.operatorSummary, LOCAL),
  systemHealth: navTile('System Health', refs.systemHealth, LOCAL),
  executionWatch: navTile('Execution Watch Overview', refs.executionWatchOverview, AI_LIVE),
  shadowPipeline: navTile('Shadow Pipeline (MVS)', refs.shadowPipelineMvs, SHADOW),
  compare: navTile('Compare (Main vs Shadow)', refs.mainVsShadowOverview, SHADOW),
  guardrails: text('Guardrails / Hinweise', guardrails, { width: 18, height: 6 }),
});
