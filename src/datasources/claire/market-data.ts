import { anyValue } from 'dashpack';
import { cdbCandles, cdbDbWriter, cdbWs } from './producers.js';
import { PROM } from './roles.js';

const socket = cdbWs.ownedBy(PROM);
const candles = cdbCandles.ownedBy(PROM);
const writer = cdbDbWriter.ownedBy(PROM);

/** Does market data flow? A gauge, although its name ends like a counter: so it is exported. */
export const decodedMessages = socket.gauge('decoded_messages_total', {
  help: 'Messages of the market data socket that were decoded, as a gauge.',
});

/** Are candles made of it? */
export const candlesEmitted = candles.counter('candle_candles_emitted_total', {
  help: 'Candles that the aggregator emitted.',
  unit: 'events',
});

/** Does it reach the database? */
export const eventsWritten = writer.counter('db_writer_events_processed_total', {
  help: 'Events that were written into the database, per channel.',
  unit: 'events',
  labels: { channel: anyValue() },
});

/** What does not? */
export const eventsNotWritten = writer.counter('db_writer_events_failed_total', {
  help: 'Events that could not be written into the database, per channel.',
  unit: 'events',
  labels: { channel: anyValue() },
});
