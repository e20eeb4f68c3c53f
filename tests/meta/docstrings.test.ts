import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './tree.js';

const DECLARATION =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|class|interface|type|enum) (?<name>\w+)/;

/** `file:line name` of every export that no docstring precedes. An overload has the docstring of its first signature. */
function findUndocumented(file: string, text: string): readonly string[] {
  const lines = text.split('\n');
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const name = DECLARATION.exec(line)?.groups?.['name'];
    if (name === undefined || seen.has(name)) return [];
    seen.add(name);
    return lines[index - 1]?.endsWith('*/') === true ? [] : [`${file}:${index + 1} ${name}`];
  });
}

test('an export without a docstring is found', () => {
  const text =
    '/** A. */\nexport const a = 1;\nexport type B = 1;\n\n/** C. */\nexport function c(): 1;\nexport function c(): 1 {';
  expect(findUndocumented('a.ts', text)).toEqual(['a.ts:3 B']);
});

test.each(['src/core', 'src/cli', 'src/panels'])('every export of %s has a docstring', (folder) => {
  const files = readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts')).map((file) => join(folder, file));
  expect(sources.flatMap((file) => findUndocumented(file, readFileSync(join(repository, file), 'utf8')))).toEqual([]);
});
