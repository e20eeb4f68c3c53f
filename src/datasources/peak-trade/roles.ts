import { role } from 'dashpack';

/** The operator's own stack: its fingerprint, the web app, signals and orders. */
export const LOCAL = role('LOCAL', { pinned: true, label: 'Prometheus (local)' });

/** Shadow, health and pipeline. Another environment may bind it to a Prometheus of its own. */
export const SHADOW = role('SHADOW', { pinned: true, label: 'Prometheus (shadow)' });

/** The main stack. Optional: absent in the local one, so its panels say so in their titles. */
export const MAIN = role('MAIN', { label: 'Prometheus (main)' });

/** Everything that the AI Live exporter counts, and the alerts on it. */
export const AI_LIVE = role('AI_LIVE', { label: 'Prometheus (AI Live)' });

/** Owns no family yet: its Prometheus scrapes only itself. */
export const OBSERVABILITY = role('OBSERVABILITY', { label: 'Prometheus (observability)' });
