import { describe, expect, test } from 'vitest';
import { readServerAddress } from '../../src/cli/live/server-address.js';

describe('an address', () => {
  test.each([
    ['http://127.0.0.1:9090', undefined, 'http://127.0.0.1:9090'],
    ['LOCAL=http://127.0.0.1:9092/', 'LOCAL', 'http://127.0.0.1:9092'],
    ['prom_local_9092=https://a.example/prometheus/', 'prom_local_9092', 'https://a.example/prometheus'],
    ['Prometheus (main)=http://a.example', 'Prometheus (main)', 'http://a.example'],
    ['HTTP://A.example/x=http://b', undefined, 'http://a.example/x=http://b'],
  ])('%s', (text, name, url) => {
    expect(readServerAddress(text, '--prometheus')).toEqual({ name, url });
  });

  test.each([
    ['LOCAL=127.0.0.1:9092', 'needs an address for LOCAL'],
    ['127.0.0.1:9092', 'needs an address'],
    ['LOCAL=http://op:hunter2@a.example', 'a user or a password in it'],
    ['http://hunter2@a.example', 'a user or a password in it'],
    ['LOCAL=http://a.example/?token=hunter2', 'a query in it, which is never sent'],
    ['LOCAL=http://a.example/#hunter2', 'a fragment in it'],
  ])('%s is refused, and no secret repeated', (text, message) => {
    const read = (): unknown => readServerAddress(text, '--prometheus');
    expect(read).toThrow(message);
    expect(read).not.toThrow(/hunter2/);
  });

  test('of Grafana has no name', () => {
    expect(readServerAddress('http://a.example/grafana/', '--grafana').url).toBe('http://a.example/grafana');
    expect(() => readServerAddress('main=http://a.example', '--grafana')).toThrow('--grafana needs an address');
  });
});
