import { anyValue, counter, gauge } from 'dashpack';
import { cdbCandles, cdbDbWriter, cdbWs } from './producers.js';
import { PROM } from './roles.js';

/** Does market data flow? A gauge, although its name ends like a counter: so it is exported. */
export const decodedMessages = gauge('decoded_messages_total', {
  owner: PROM,
  producer: cdbWs,
  help: 'Messages of the market data socket that were decoded, as a gauge.',
});

/** Are candles made of it? */
export const candlesEmitted = counter('candle_candles_emitted_total', {
  owner: PROM,
  producer: cdbCandles,
  help: 'Candles that the aggregator emitted.',
  unit: 'events',
});

/** Does it reach the database? */
export const eventsWritten = counter('db_writer_events_processed_total', {
  owner: PROM,
  producer: cdbDbWriter,
  help: 'Events that were written into the database, per channel.',
  unit: 'events',
  labels: { channel: anyValue() },
});

/** What does not? */
export const eventsNotWritten = counter('db_writer_events_failed_total', {
  owner: PROM,
  producer: cdbDbWriter,
  help: 'Events that could not be written into the database, per channel.',
  unit: 'events',
  labels: { channel: anyValue() },
});
