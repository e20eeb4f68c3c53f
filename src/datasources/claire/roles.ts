import { role, sqlRole } from 'dashpack';

/** Everything that Prometheus scrapes: services, exporters and itself. */
export const PROM = role('PROM', { pinned: true, label: 'Prometheus' });

/** The database of the bot: signals, trades, risk events. */
export const SQL = sqlRole('SQL', { pinned: true, label: 'PostgreSQL' });
