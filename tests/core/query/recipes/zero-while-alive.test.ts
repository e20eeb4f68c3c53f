import {
  add,
  counter,
  eq,
  gauge,
  increase,
  print,
  producer,
  role,
  sum,
  universal,
  zeroWhileAlive,
  zeroWhileWitnessed,
  type Alive,
  type AnyVector,
} from 'dashpack';
import { describe, expect, test } from 'vitest';

const BOT = role('BOT');
const up = universal('up', 'gauge', { help: '1 while the scrape succeeds.', unit: 'bool' });
const bot = producer('bot', {
  port: 8000,
  scrapedBy: [BOT],
  scrapeInterval: '15s',
  alive: (): Alive => eq(up.on(BOT)({ job: 'bot' }), 1),
});
const exchange = producer('exchange', { ...bot, scrapedBy: [BOT], alive: (): Alive => up.on(BOT)() });
const orders = counter('orders_total', { owner: BOT, producer: bot, help: '.' });
const fills = counter('fills_total', { owner: BOT, producer: exchange, help: '.' });
const scrapes = counter('scrapes_total', { owner: BOT, producer: [bot, exchange], help: '.' });
const depth = gauge('depth', { owner: BOT, producer: bot, help: '.' });
const cancelled = counter('cancelled_total', { owner: BOT, missing: { producer: bot }, help: '.' });

const counted = (of: AnyVector): AnyVector => zeroWhileAlive(of as ReturnType<typeof sum>);

test('is 0 while the producer is alive, and nothing otherwise', () => {
  expect(print(zeroWhileAlive(sum(increase(orders(), '5m'))).node)).toBe(
    '(sum(increase(orders_total[5m])) or vector(0)) and on () up{job="bot"} == 1',
  );
});

describe('refuses', () => {
  test.each([
    ['a gauge', sum(depth()), 'zeroWhileAlive() of depth: a gauge has a value or is absent'],
    ['no metric of a producer', sum(up.on(BOT)()), 'zeroWhileAlive() of up: no producer exports it'],
    [
      'metrics of two producers',
      add(sum(increase(orders(), '5m')), sum(increase(fills(), '5m'))),
      'zeroWhileAlive() over two producers, bot and exchange: which one must be alive?',
    ],
    [
      'a metric of two producers',
      sum(increase(scrapes(), '5m')),
      'zeroWhileAlive() over two producers, bot and exchange: which one must be alive?',
    ],
    [
      'what nobody exports, whoever is alive',
      sum(increase(cancelled(), '5m')),
      'zeroWhileAlive() of cancelled_total: nobody exports it yet, so its 0 would be made up; leave the panel empty until bot exports it',
    ],
    [
      'what nobody exports, beside what somebody does',
      add(sum(increase(orders(), '5m')), sum(increase(cancelled(), '5m'))),
      'zeroWhileAlive() of cancelled_total: nobody exports it yet',
    ],
  ])('%s', (_, of, message) => {
    expect(() => counted(of)).toThrow(message);
  });

  test('a witness of what nobody exports', () => {
    expect(() => zeroWhileWitnessed(sum(increase(cancelled(), '5m')), sum(up.on(BOT)()))).toThrow(
      'zeroWhileWitnessed() of cancelled_total: nobody exports it yet',
    );
  });
});
