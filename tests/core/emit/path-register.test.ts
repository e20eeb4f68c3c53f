import { describe, expect, test } from 'vitest';
import { assertPackName } from '../../../src/core/emit/pack-path.js';
import { createPathRegister } from '../../../src/core/emit/path-register.js';
import { catchFailure } from './catch-failure.js';

describe('createPathRegister', () => {
  test('lists paths by code unit and knows each spelling', () => {
    const register = createPathRegister('p');
    for (const path of ['b/x.json', 'a.json', 'b.json', 'Z.json', 'b/y/z.json']) register.add(path);
    expect(register.list()).toEqual(['Z.json', 'a.json', 'b.json', 'b/x.json', 'b/y/z.json']);
    expect([register.has('Z.json'), register.has('z.json'), register.find('z.json')]).toEqual([true, false, 'Z.json']);
  });

  test.each<[first: string, second: string, message: string]>([
    ['a/x.json', 'a/x.json', 'two files have the path a/x.json'],
    ['a/x.json', 'a/X.json', 'the paths a/x.json and a/X.json differ only by case'],
    ['a/\u00e9.json', 'a/e\u0301.json', 'the paths a/\u00e9.json and a/e\u0301.json differ only by case'],
    ['a/b/x.json', 'A/b/y.json', 'the folders a/b and A/b differ only by case'],
    ['a', 'a/x.json', 'a is a file, and a/x.json needs it as a folder'],
    ['a/x.json', 'a', 'a is a file, and another path needs it as a folder'],
    ['a/b/c/x.json', 'A/B', 'A/B is a file, and another path needs it as a folder'],
  ])('refuses %j beside %j', async (first, second, message) => {
    const register = createPathRegister('peak-trade');
    register.add(first);
    const failure = await catchFailure(() => register.add(second));
    expect(failure.message).toBe(`pack peak-trade: ${message}`);
  });

  test.each<[path: string, problem: string]>([
    ['', 'is empty'],
    ['/etc/passwd', 'is absolute'],
    ['C:/x', 'is absolute'],
    ['a\\b', 'has a backslash'],
    ['a/../../b', 'leads out of the folder with ".."'],
    ['..', 'leads out of the folder with ".."'],
    ['a//b', 'has an empty part or a "."'],
    ['a/', 'has an empty part or a "."'],
    ['./a', 'has an empty part or a "."'],
    ['a\nb', 'has a control character'],
    ['manifest.json', "is one of dashpack's own files"],
    ['Manifest.JSON', "is one of dashpack's own files"],
    ['.dashpack/1.tmp', "is one of dashpack's own files"],
  ])('refuses the path %j', async (path, problem) => {
    const failure = await catchFailure(() => createPathRegister('p').add(path));
    expect(failure.message).toBe(`pack p: the path ${JSON.stringify(path)} ${problem}`);
  });
});

test.each(['', '..', 'a/b', 'a\\b', '.git', '.dashpack', '/a', 'manifest.json'])(
  '%j is not a name of a pack',
  async (pack) => {
    expect((await catchFailure(() => assertPackName(pack))).message).toContain(JSON.stringify(pack));
  },
);
