import { describe, expect, it } from 'vitest';
import { matches, readGrafanaRegex } from '../../../../src/core/document/find/grafana-regex.js';

/** What a variable's regular expression says of a text: `undefined` where it is not tried, the reason where it is broken. */
function tried(regex: string, text: string): boolean | string | undefined {
  const read = readGrafanaRegex(regex);
  return 'reason' in read ? read.reason : matches(read, text);
}

describe('readGrafanaRegex', () => {
  it.each([
    ['prom', 'prom', true],
    ['prom', 'prom_local', false],
    ['/prom/', 'my_prom_local', true],
    ['/^PROM$/i', 'prom', true],
    ['/^(a|b|c)_local$/', 'b_local', true],
    ['/a/b/', 'a/b', true],
    ['/prom', 'prom', 'it begins with "/" and does not end with "/"'],
    ['(', 'x', 'Invalid regular expression: /^($/: Unterminated group'],
  ])('%s on %s: %s', (regex, text, expected) => expect(tried(regex, text)).toBe(expected));

  it.each([
    '/^(a+)+$/',
    '/(a|a)*b/',
    `/${'a?'.repeat(40)}/`,
    `/${'.*'.repeat(20)}b/`,
    `/${'(a|a)'.repeat(40)}b/`,
    String.raw`/(a*)\1b/`,
  ])('does not try %s: it could take for ever', (regex) => expect(tried(regex, 'a'.repeat(60))).toBeUndefined());

  it('does not try long texts', () => expect(tried('/a/', 'a'.repeat(65))).toBeUndefined());
});
