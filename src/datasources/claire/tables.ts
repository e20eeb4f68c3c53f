import { sql } from 'dashpack';

/** The schema is in nobody's documents: each panel says what it takes it to be. */
const assumed = 'nobody has confirmed the schema of claire_de_binare yet';

/** The findings of the signal engine. */
export const signals = sql.table(
  'signals',
  { timestamp: 'timestamptz', symbol: 'text', signal_type: ['BUY', 'SELL', 'HOLD'], confidence: 'double precision' },
  { assumed },
);

/** The trades. */
export const trades = sql.table(
  'trades',
  {
    timestamp: 'timestamptz',
    symbol: 'text',
    side: ['BUY', 'SELL'],
    quantity: 'numeric',
    price: 'numeric',
    status: 'text',
  },
  { assumed },
);

/** The decisions of the risk manager, and why. */
export const riskEvents = sql.table(
  'risk_events',
  { timestamp: 'timestamptz', event_type: 'text', severity: 'text', symbol: 'text', message: 'text' },
  { assumed },
);
