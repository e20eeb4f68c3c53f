import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../../src/core/document/find/texts.js';
import { variableUses } from '../../../../src/core/document/find/variable-uses.js';
import { readClassicDashboard } from '../../../../src/core/document/read/classic.js';
import type { Json, JsonObject } from '../../../../src/core/model/json.js';

/** The variables that a document uses, by their names. */
function usesIn(json: JsonObject): readonly string[] {
  return [...variableUses(readClassicDashboard(json, []))].sort();
}

describe('variableUses', () => {
  it.each([
    ['bare', { title: '$x' }],
    ['in braces', { a: ['up{job="${x}"}'] }],
    ['with a format', { a: [{ b: '${x:csv}' }] }],
    ['in brackets', { a: '[[x]]' }],
    ['as a repeat', { panels: [{ repeat: 'x' }] }],
    ['as a repeat of a newer file', { repeat: { mode: 'variable', value: 'x' } }],
    ['as a condition', { spec: { variable: 'x', operator: 'equals' } }],
  ])('finds one %s', (_way, json) => expect(usesIn(json)).toContain('x'));

  it('leaves out what only looks like one', () =>
    expect(usesIn({ title: 'x', regex: '^x$', costs: '5$', value: 'x' })).toEqual([]));

  it('leaves out what a variable says of itself', () => {
    expect(usesIn({ templating: { list: [{ name: 'x', query: { query: '$x' } }] } })).toEqual([]);
    expect(usesIn({ templating: { list: [{ name: 'x' }, { name: 'y', query: '$x' }] } })).toEqual(['x']);
  });

  it('goes as deep as a file does', () => {
    let deep: Json = '$x';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(usesIn({ deep })).toEqual(['x']);
  });
});

describe('textsOf', () => {
  it('knows about how large a document is', () => {
    const json = {
      title: 'Size',
      panels: [
        { id: 1, title: 'A' },
        { id: 2, title: 'B', targets: [{ expr: 'up' }] },
      ],
    };
    const { size } = textsOf(readClassicDashboard(json, []));
    expect(Math.abs(size - JSON.stringify(json).length)).toBeLessThan(40);
  });
});
