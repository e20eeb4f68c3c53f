import { sql } from 'dashpack';

/** The schema is in nobody's documents: each panel says what it takes it to be. */
const assumed = 'nobody has confirmed the schema of claire_de_binare yet';

/** What the signal engine found. */
export const signals = sql.table(
  'signals',
  { timestamp: 'timestamptz', symbol: 'text', signal_type: ['BUY', 'SELL', 'HOLD'], confidence: 'double precision' },
  { assumed },
);

/** What was bought and sold. */
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

/** What the risk manager did, and why. */
export const riskEvents = sql.table(
  'risk_events',
  { timestamp: 'timestamptz', event_type: 'text', severity: 'text', symbol: 'text', message: 'text' },
  { assumed },
);
