import { row, text } from 'dashpack';

/** As docs/peak-trade/runbook.md has it: a test compares both. */
const page = [
  '## PIPELINE_ExporterDown',
  '',
  'Bedeutung: der Exporter der Shadow Pipeline (`job="shadow_mvs"`, `:9109`) wird nicht gescrapt, oder sein Job fehlt in der',
  'Scrape-Konfiguration.',
  '',
  'Sofort: `http://127.0.0.1:9092/targets` und `http://127.0.0.1:9109/metrics` ansehen.',
  '',
  '## PIPELINE_NoEventsWhileRunExpected',
  '',
  'Bedeutung: der Run läuft nach dem, was zuletzt bekannt war (`peak_trade_run_state{state="running"}`), oder niemand sagt, ob einer',
  'läuft; und seit 5 Minuten wurde kein Event gezählt. Auch ein toter Exporter löst das aus.',
  '',
  'Sofort: läuft der Run, läuft der Exporter? Throughput im Dashboard „Shadow Pipeline (MVS)“ ansehen.',
  '',
  '## PIPELINE_ErrorRateSpike',
  '',
  'Bedeutung: mehr als 1 % der Pipeline-Events der letzten 5 Minuten sind Fehler (`stage="error"`).',
  '',
  'Sofort: Error Rate und Throughput nach `stage` ansehen, dann die Logs des Runs.',
  '',
  '## PIPELINE_RiskBlocksSpike',
  '',
  'Bedeutung: in den letzten 5 Minuten hat das Risk Management geblockt, und sei es zum ersten Mal.',
  '',
  'Sofort: Risk Blocks nach `reason` ansehen, Limits und Exposure prüfen.',
].join('\n');

/** The next step about the alerts on the shadow pipeline: where their links lead. */
export const runbookPipeline = row('Runbook', {
  pipeline: text('Runbook: Alerts der Shadow Pipeline', page, { height: 12 }),
});
