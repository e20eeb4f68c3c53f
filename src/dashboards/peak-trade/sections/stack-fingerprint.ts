import { count, eq, row, stat, table } from 'dashpack';
import { LOCAL, up } from '../../../datasources/peak-trade/index.js';

/** Which stack is this, and what does it scrape? */
export const stackFingerprint = row('Stack Fingerprint', LOCAL, {
  stacks: stat('Stack Fingerprint: Active Stacks', {
    query: count(up.on(LOCAL)(), { by: ['job'] }),
    description: 'Targets of each job that this Prometheus scrapes, up or not.',
    options: { orientation: 'horizontal' },
    width: 12,
    height: 6,
  }),
  targetCount: stat('Stack Fingerprint: Target Count', {
    query: count(up.on(LOCAL)()),
    description: 'All targets that this Prometheus scrapes, up or not.',
    options: { orientation: 'horizontal' },
    width: 12,
    height: 6,
  }),
  targetsUp: table('Stack Fingerprint: Targets UP', {
    query: eq(up.on(LOCAL)(), 1),
    description: 'The targets whose last scrape succeeded.',
    unit: 'none',
    height: 10,
  }),
});
