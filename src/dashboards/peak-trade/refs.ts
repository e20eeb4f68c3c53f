import { dashboardRef } from 'dashpack';

/** The landing page: everything an operator looks at, on one page. */
export const operatorUnified = dashboardRef({
  uid: 'peaktrade-operator-unified',
  title: 'Peak_Trade — Operator Unified',
  folder: 'overview',
});

/** The ways to the other dashboards. */
export const operatorHome = dashboardRef({
  uid: 'peaktrade-operator-home',
  title: 'PeakTrade Operator Home',
  folder: 'overview',
});

/** The stack's fingerprint, and the telemetry of strategies and risk. */
export const operatorSummary = dashboardRef({
  uid: 'peaktrade-operator-summary',
  title: 'PeakTrade Operator Summary',
  folder: 'overview',
});

/** Targets up, and the health of their scrapes. */
export const systemHealth = dashboardRef({
  uid: 'peaktrade-system-health',
  title: 'Peak_Trade — System Health (Operator)',
  folder: 'overview',
});

/** The web app of the local and of the main stack, side by side. */
export const overview = dashboardRef({
  uid: 'peaktrade-overview',
  title: 'Peak_Trade Overview (Mini vs Main)',
  folder: 'overview',
});

/** Which metrics of the contract exist, on which server. */
export const contractDetails = dashboardRef({
  uid: 'peaktrade-contract-details',
  title: 'Peak_Trade — Contract Details (Debug)',
  folder: 'overview',
});

/** AI Live, the shadow pipeline and Execution Watch. */
export const executionWatchOverview = dashboardRef({
  uid: 'peaktrade-execution-watch-overview',
  title: 'Peak_Trade — Execution Watch Overview',
  folder: 'execution',
});

/** The requests to Execution Watch, by endpoint and status. */
export const executionWatchDetails = dashboardRef({
  uid: 'peaktrade-execution-watch-details',
  title: 'Peak_Trade — Execution Watch Details',
  folder: 'execution',
});

/** The shadow pipeline: contract, throughput, errors, latency. */
export const shadowPipelineMvs = dashboardRef({
  uid: 'peaktrade-shadow-pipeline-mvs',
  title: 'Peak_Trade — Shadow Pipeline (MVS, Contract v1)',
  folder: 'shadow',
});

/** The web app by the families that name service, env and stack. */
export const labeledLocal = dashboardRef({
  uid: 'peaktrade-labeled-local',
  title: 'Peak_Trade Labeled (Local / 9092)',
  folder: 'http',
});

/** The web app: rate, errors and latency by route. */
export const watchOnlyProm = dashboardRef({
  uid: 'peak-trade-watch-only-prom',
  title: 'Peak_Trade — Watch-Only (Prometheus)',
  folder: 'http',
});

/** Is the main stack as healthy as the shadow one? */
export const mainVsShadowOverview = dashboardRef({
  uid: 'peaktrade-main-vs-shadow-overview',
  title: 'Peak_Trade — Compare (Main vs Shadow) Overview',
  folder: 'compare',
});

/** Does the traffic of main and shadow drift apart? */
export const metricsDrift = dashboardRef({
  uid: 'peaktrade-metrics-drift',
  title: 'Peak_Trade — Compare (Metrics Drift)',
  folder: 'compare',
});
