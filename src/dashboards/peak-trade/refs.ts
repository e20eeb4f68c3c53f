import { dashboardsIn } from 'dashpack';

const inOverview = dashboardsIn('overview');
const inExecution = dashboardsIn('execution');
const inShadow = dashboardsIn('shadow');
const inHttp = dashboardsIn('http');
const inCompare = dashboardsIn('compare');

/** The landing page: everything an operator looks at, on one page. */
export const operatorUnified = inOverview('peaktrade-operator-unified', 'Peak_Trade — Operator Unified', {
  short: 'Operator Unified',
});

/** The ways to the other dashboards. */
export const operatorHome = inOverview('peaktrade-operator-home', 'PeakTrade Operator Home', {
  short: 'Operator Home',
});

/** The stack's fingerprint, and the telemetry of strategies and risk. */
export const operatorSummary = inOverview('peaktrade-operator-summary', 'PeakTrade Operator Summary', {
  short: 'Operator Summary',
});

/** Targets up, and the health of their scrapes. */
export const systemHealth = inOverview('peaktrade-system-health', 'Peak_Trade — System Health (Operator)', {
  short: 'System Health',
});

/** The web app of the local and of the main stack, side by side. */
export const overview = inOverview('peaktrade-overview', 'Peak_Trade Overview (Mini vs Main)', {
  short: 'Overview (Mini vs Main)',
});

/** Which metrics of the contract exist, on which server. */
export const contractDetails = inOverview('peaktrade-contract-details', 'Peak_Trade — Contract Details (Debug)', {
  short: 'Contract Details',
});

/** AI Live, the shadow pipeline and Execution Watch. */
export const executionWatchOverview = inExecution(
  'peaktrade-execution-watch-overview',
  'Peak_Trade — Execution Watch Overview',
  { short: 'Execution Watch Overview' },
);

/** The requests to Execution Watch, by endpoint and status. */
export const executionWatchDetails = inExecution(
  'peaktrade-execution-watch-details',
  'Peak_Trade — Execution Watch Details',
);

/** The shadow pipeline: contract, throughput, errors, latency. */
export const shadowPipelineMvs = inShadow(
  'peaktrade-shadow-pipeline-mvs',
  'Peak_Trade — Shadow Pipeline (MVS, Contract v1)',
  { short: 'Shadow Pipeline (MVS)' },
);

/** The web app by the families that name service, env and stack. */
export const labeledLocal = inHttp('peaktrade-labeled-local', 'Peak_Trade Labeled (Local / 9092)', {
  short: 'HTTP Labeled (Local)',
});

/** The web app: rate, errors and latency by route. */
export const watchOnlyProm = inHttp('peak-trade-watch-only-prom', 'Peak_Trade — Watch-Only (Prometheus)', {
  short: 'Watch-Only HTTP (Prometheus)',
});

/** Is the main stack as healthy as the shadow one? */
export const mainVsShadowOverview = inCompare(
  'peaktrade-main-vs-shadow-overview',
  'Peak_Trade — Compare (Main vs Shadow) Overview',
  { short: 'Compare Overview' },
);

/** Does the traffic of main and shadow drift apart? */
export const metricsDrift = inCompare('peaktrade-metrics-drift', 'Peak_Trade — Compare (Metrics Drift)', {
  short: 'Metrics Drift (Compare)',
});
