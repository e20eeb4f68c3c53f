import { expect, test } from 'vitest';
import { customVariable, datasourceVariable, intervalVariable, queryVariable, rate, type Duration } from 'dashpack';
import { requests } from '../catalog/small-pack.js';

test.each(['', '1st', 'a-b', 'a b', '__range', 'ä'])('the name "%s" is refused', (name) => {
  const message = `"${name}" cannot be a variable's name: use letters, digits and _, and do not begin with a digit or __`;
  expect(() => customVariable(name, ['a'])).toThrow(message);
  expect(() => queryVariable(name, requests(), 'route')).toThrow(message);
  expect(() => intervalVariable(name, ['1m'])).toThrow(message);
  expect(() => datasourceVariable(name, { current: 'x' })).toThrow(message);
});

test.each(['a,b', 'a:b'])('the value "%s" is refused: Grafana would read two', (value) => {
  expect(() => customVariable('x', ['ok', value])).toThrow(`so "${value}" cannot be one`);
});

test.each(['5', 'm', '5 m', '1.5h', '-5m', 'often'])('the duration "%s" is refused', (value) => {
  expect(() => intervalVariable('x', ['1m', value as Duration])).toThrow(`"${value}" is not a PromQL duration`);
});

test('a variable lists the labels of a metric, not of what was computed', () => {
  expect(() => queryVariable('x', rate(requests()) as never, 'route' as never)).toThrow(
    'variable "x" lists the labels of a metric: give it a selector',
  );
});

test('a variable has several values where a viewer can choose several, or All', () => {
  expect(
    [
      customVariable('x', ['a']),
      customVariable('x', ['a'], { multi: true }),
      customVariable('x', ['a'], { includeAll: true }),
      queryVariable('x', requests(), 'route', { includeAll: true }),
      intervalVariable('x', ['1m']),
    ].map(({ several }) => several),
  ).toEqual([false, true, true, true, false]);
});
