import { describe, expect, test } from 'vitest';
import {
  findVariables,
  hasVariable,
  replaceVariables,
  variableName,
  type VariableUse,
} from '../../../src/core/promql/grafana-variable.js';

describe('what Grafana fills in', () => {
  test.each<[text: string, variable: Omit<VariableUse, 'from' | 'to'>]>([
    ['$stage', { name: 'stage' }],
    ['$__rate_interval', { name: '__rate_interval' }],
    ['${stage}', { name: 'stage' }],
    ['${stage:csv}', { name: 'stage', format: 'csv' }],
    ['${__from:date:YYYY-MM}', { name: '__from', format: 'date:YYYY-MM' }],
    ['${stage.text}', { name: 'stage', field: 'text' }],
    ['${stage.text:regex}', { name: 'stage', field: 'text', format: 'regex' }],
    ['${__data.fields["a b"]}', { name: '__data', field: 'fields["a b"]' }],
    ['[[stage]]', { name: 'stage' }],
    ['[[stage:pipe]]', { name: 'stage', format: 'pipe' }],
  ])('%s', (text, variable) => {
    expect(findVariables(`a ${text}-b`)).toEqual([{ ...variable, from: 2, to: 2 + text.length }]);
    expect(variableName(text)).toBe(variable.name);
    expect(variableName(`${text}-b`)).toBeUndefined();
    expect(hasVariable(`a ${text}-b`)).toBe(true);
  });
});

test.each(['', '$', '$1', '${1}', '[[1]]', '$-', '${}', '${a', '${a b}', '[[a', '[[]]', '[[a.b]]', '{{a}}', '5$'])(
  'what stays as it is: %j',
  (text) => {
    expect(findVariables(text)).toEqual([]);
    expect(hasVariable(text)).toBe(false);
  },
);

test('several in a text, in order', () => {
  expect(findVariables('$a$b[[c]]${d:raw}x').map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
});

test('replacing leaves what is around, and does not look into what it wrote', () => {
  const replaced = replaceVariables('up{a="$a", b=~"${b:regex}"}[[c]]$1', ({ name, format = '' }, written) =>
    name === 'c' ? written : `<$${name}${format}>`,
  );
  expect(replaced).toBe('up{a="<$a>", b=~"<$bregex>"}[[c]]$1');
  expect(replaceVariables('nothing', () => 'x')).toBe('nothing');
});
